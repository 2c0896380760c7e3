package academy.coldstart.compiler;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes what came of a compilation, record by record: a letter, then its fields.
 */
final class Answer {

	private static final int TEXT = 4_000;

	private static final int RAW = 16_000;

	private final DataOutputStream out;

	Answer(OutputStream out) {
		this.out = new DataOutputStream(new BufferedOutputStream(out, 64 * 1024));
	}

	/**
	 * Say that something does not compile.
	 * @param file the file below the sources, or an empty text
	 * @param line the line from 1, or 0
	 * @param code the compiler's name of the error
	 * @param message its message
	 */
	void error(String file, long line, String code, String message) {
		write('E', file, line, code, message);
	}

	/**
	 * Say that Lambda could not use the handler.
	 * @param kind a short name of the problem
	 * @param message the problem as a sentence
	 * @param file the file of its class, or an empty text
	 * @param line the line from 1, or 0
	 */
	void handler(String kind, String message, String file, long line) {
		write('H', file, line, kind, message);
	}

	/**
	 * Say that the compiler was stopped.
	 * @param reason {@code time} or {@code memory}
	 */
	void stopped(String reason) {
		write('S', "", 0, reason, "");
		end();
	}

	private synchronized void write(char letter, String file, long line, String name, String message) {
		try {
			this.out.writeByte(letter);
			this.out.writeUTF(cut(file, TEXT));
			this.out.writeInt((int) line);
			this.out.writeUTF(cut(name, TEXT));
			this.out.writeUTF(cut(message, TEXT));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	synchronized void compiled(String name, byte[] bytes) {
		try {
			this.out.writeByte('C');
			this.out.writeUTF(name);
			this.out.writeInt(bytes.length);
			this.out.write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Give the compiler's own output.
	 * @param text the text
	 */
	synchronized void raw(String text) {
		try {
			byte[] bytes = cut(text, RAW).getBytes(StandardCharsets.UTF_8);
			this.out.writeByte('R');
			this.out.writeInt(bytes.length);
			this.out.write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	synchronized void end() {
		try {
			this.out.writeByte('.');
			this.out.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String cut(String text, int length) {
		return (text.length() <= length) ? text : text.substring(0, length);
	}

}
