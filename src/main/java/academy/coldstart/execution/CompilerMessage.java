package academy.coldstart.execution;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something that a compiler found.
 *
 * @param file the file, or an empty text
 * @param line the line from 1, or 0
 * @param name the compiler's name of it, or ours
 * @param text its message, which may have several lines
 */
record CompilerMessage(String file, int line, String name, String text) {

	private static final String LIBRARIES = " Libraries that are there: the Lambda interfaces and events, the AWS SDK for Java 2, Jackson 2, slf4j.";

	JavaCompilation.Refused asHandlerProblem() {
		return refused(this.name, this.text, null);
	}

	/**
	 * Word errors as one problem, which names the first.
	 * @param errors the errors, at least one
	 * @param raw the output of the compiler
	 * @return the problem
	 */
	static JavaCompilation.Refused asCompileError(List<CompilerMessage> errors, String raw) {
		CompilerMessage first = errors.getFirst();
		String where = first.file.isEmpty() ? "" : " (" + first.file + ", line " + first.line + ")";
		String more = switch (errors.size()) {
			case 1 -> "";
			case 2 -> " There is another error.";
			default -> " There are " + (errors.size() - 1) + " more errors.";
		};
		return first.refused("compile-error",
				"The code does not compile" + where + ": " + first.sentence() + first.advice() + more, raw);
	}

	private JavaCompilation.Refused refused(String kind, String message, @Nullable String raw) {
		return new JavaCompilation.Refused(kind, message, this.file.isEmpty() ? null : this.file,
				(this.line > 0) ? this.line : null, raw);
	}

	/**
	 * Turn "cannot find symbol", "symbol: variable x", "location: ..." into a sentence.
	 */
	private String sentence() {
		List<String> lines = this.text.lines().map((line) -> line.strip().replaceAll("\\s+", " ")).toList();
		String symbol = lines.stream()
			.filter((line) -> line.startsWith("symbol: "))
			.findFirst()
			.map((line) -> line.substring("symbol: ".length()))
			.orElse("");
		String sentence = symbol.isEmpty() ? String.join("; ", lines).replace(";;", ";")
				: lines.getFirst() + ", " + symbol;
		return sentence.endsWith(".") ? sentence : sentence + ".";
	}

	private String advice() {
		return this.name.equals("compiler.err.doesnt.exist") ? LIBRARIES : "";
	}

}
