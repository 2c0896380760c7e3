package academy.coldstart.submission;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Checks that source files are text in UTF-8. Files of other kinds may hold any bytes.
 */
final class SourceText {

	private static final Set<String> ENDINGS = Set.of("py", "pyi", "js", "mjs", "cjs", "ts", "jsx", "tsx", "java", "kt",
			"json", "yaml", "yml", "template", "txt", "md", "toml", "cfg", "ini", "properties", "sh", "sql", "xml",
			"html", "css", "csv", "gradle", "env");

	private SourceText() {
	}

	static void check(String path, byte[] content) {
		String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		if (!ENDINGS.contains(ending)) {
			return;
		}
		int offset = firstInvalidByte(content);
		if (offset >= 0) {
			throw new SubmissionRejected("not-utf-8",
					FilePath.show(path) + " is not UTF-8 text: byte " + (offset + 1) + " (line " + line(content, offset)
							+ ") does not belong there" + guess(content)
							+ ". Save the file with the encoding UTF-8 and send it again.");
		}
	}

	private static int firstInvalidByte(byte[] content) {
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
		ByteBuffer in = ByteBuffer.wrap(content);
		CharBuffer out = CharBuffer.allocate(content.length + 1);
		return decoder.decode(in, out, true).isError() ? in.position() : -1;
	}

	private static int line(byte[] content, int offset) {
		int line = 1;
		for (int i = 0; i < offset; i++) {
			if (content[i] == '\n') {
				line++;
			}
		}
		return line;
	}

	private static String guess(byte[] content) {
		boolean utf16 = content.length >= 2 && ((content[0] == (byte) 0xFF && content[1] == (byte) 0xFE)
				|| (content[0] == (byte) 0xFE && content[1] == (byte) 0xFF));
		return utf16 ? " (it looks like UTF-16)" : "";
	}

}
