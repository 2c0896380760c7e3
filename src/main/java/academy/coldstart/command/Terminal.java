package academy.coldstart.command;

import java.io.PrintWriter;
import java.util.Locale;

import academy.coldstart.grading.CheckResult;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command writes. Colours only repeat what the words say.
 *
 * @param out results
 * @param err progress and problems
 * @param ansi whether colours are shown
 * @param unicode whether signs such as ✓ can be shown
 */
record Terminal(PrintWriter out, PrintWriter err, Ansi ansi, boolean unicode) {

	/**
	 * Return a text that cannot steer the terminal: learner programs have a say in
	 * messages.
	 * @param text any text
	 * @return the text without control characters other than line breaks
	 */
	static String plain(String text) {
		return text.codePoints()
			.map((point) -> (point == '\n' || point == '\t' || !isControl(point)) ? point : '\uFFFD')
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private static boolean isControl(int point) {
		return Character.isISOControl(point) || Character.getType(point) == Character.FORMAT;
	}

	String word(CheckResult.Outcome outcome) {
		return switch (outcome) {
			case PASSED -> good("passed");
			case FAILED -> bad("failed");
			case BLOCKED -> weak("blocked");
			case ERRORED -> bad("errored");
		};
	}

	String good(String word) {
		return coloured("green", (this.unicode ? "✓ " : "+ "), word);
	}

	String bad(String word) {
		return coloured("red", (this.unicode ? "✗ " : "x "), word);
	}

	String weak(String word) {
		return coloured("yellow", (this.unicode ? "– " : "- "), word);
	}

	String star() {
		return this.unicode ? "★" : "*";
	}

	/**
	 * Return a duration for people.
	 * @param millis milliseconds
	 * @return such as {@code 2.4 s}
	 */
	static String seconds(long millis) {
		return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
	}

	void result(String line) {
		this.out.println(line);
		this.out.flush();
	}

	void progress(String line) {
		this.err.println(plain(line));
		this.err.flush();
	}

	private String coloured(String colour, String sign, String word) {
		String text = String.format(Locale.ROOT, "%s%-7s", sign, word);
		return this.ansi.enabled() ? this.ansi.string("@|" + colour + " " + text + "|@") : text;
	}

}
