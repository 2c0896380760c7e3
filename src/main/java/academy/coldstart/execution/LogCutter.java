package academy.coldstart.execution;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a stream of bytes into lines.
 */
final class LogCutter {

	private final int maxLineBytes;

	private final ByteArrayOutputStream line = new ByteArrayOutputStream();

	private boolean excessive;

	/**
	 * Create a cutter.
	 * @param maxLineBytes the longest line that a function may write
	 */
	LogCutter(int maxLineBytes) {
		this.maxLineBytes = maxLineBytes;
	}

	/**
	 * Take the next bytes.
	 * @param bytes the bytes
	 * @param length how many of them
	 * @return the lines that are complete now
	 */
	List<String> add(byte[] bytes, int length) {
		List<String> lines = new ArrayList<>();
		int start = 0;
		for (int i = 0; i < length; i++) {
			if (bytes[i] == '\n') {
				append(bytes, start, i - start);
				lines.add(cut());
				start = i + 1;
			}
		}
		append(bytes, start, length - start);
		return lines;
	}

	/**
	 * End the line that is not complete.
	 * @return the line, or none
	 */
	List<String> flush() {
		return (this.line.size() > 0) ? List.of(cut()) : List.of();
	}

	/**
	 * Say whether a line was longer than allowed; the rest of it was dropped.
	 * @return whether one was
	 */
	boolean isExcessive() {
		return this.excessive;
	}

	private void append(byte[] bytes, int start, int length) {
		int room = this.maxLineBytes - this.line.size();
		this.excessive |= length > room;
		this.line.write(bytes, start, Math.min(room, length));
	}

	private String cut() {
		String text = this.line.toString(StandardCharsets.UTF_8);
		this.line.reset();
		return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
	}

}
