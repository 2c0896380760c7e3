package academy.coldstart.execution;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Reads what a compiler wrote, record by record: a letter, then its fields. The program
 * that writes it is {@code academy.coldstart.compiler.Answer} in {@code runtimes/java}.
 */
final class CompilerAnswer {

	private static final int MAX_CLASS = 1024 * 1024;

	private final DataInputStream in;

	private final SortedMap<String, byte[]> classes = new TreeMap<>();

	private final List<CompilerMessage> errors = new ArrayList<>();

	private JavaCompilation.@Nullable Refused refused;

	private String raw = "";

	private CompilerAnswer(byte[] answer) {
		this.in = new DataInputStream(new ByteArrayInputStream(answer));
	}

	/**
	 * Read an answer.
	 * @param answer the bytes
	 * @return the result, or empty when the answer is not complete
	 */
	static Optional<JavaCompilation> read(byte[] answer) {
		try {
			return Optional.of(new CompilerAnswer(answer).read());
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Say that the compiler used more memory than it may.
	 * @return the refusal
	 */
	static JavaCompilation.Refused exhausted() {
		return new JavaCompilation.Refused("compile-limit",
				"The compiler ran out of memory with this code. Look for expressions or types that are nested very deeply,"
						+ " or very large tables of constants.",
				null, null, null);
	}

	private static JavaCompilation.Refused endless() {
		return new JavaCompilation.Refused("compile-limit",
				"The compiler did not come to an end with this code within 20 seconds of processor time. Look for generic"
						+ " types or lambdas that are nested very deeply.",
				null, null, null);
	}

	private JavaCompilation read() throws IOException {
		for (int letter = this.in.readByte(); letter != '.'; letter = this.in.readByte()) {
			switch (letter) {
				case 'E' -> this.errors.add(message());
				case 'H' -> this.refused = message().asHandlerProblem();
				case 'S' -> this.refused = message().name().equals("time") ? endless() : exhausted();
				case 'R' -> this.raw = new String(bytes(), StandardCharsets.UTF_8);
				case 'C' -> this.classes.put(classFile(this.in.readUTF()), bytes());
				default -> throw new IOException("Unknown record " + letter);
			}
		}
		if (!this.errors.isEmpty()) {
			return CompilerMessage.asCompileError(this.errors, this.raw);
		}
		return (this.refused != null) ? this.refused : new JavaCompilation.Compiled(this.classes);
	}

	private CompilerMessage message() throws IOException {
		String file = this.in.readUTF();
		int line = this.in.readInt();
		return new CompilerMessage(file, line, this.in.readUTF(), this.in.readUTF());
	}

	private byte[] bytes() throws IOException {
		int length = this.in.readInt();
		if (length < 0 || length > MAX_CLASS) {
			throw new IOException("A record has " + length + " bytes");
		}
		byte[] bytes = this.in.readNBytes(length);
		if (bytes.length < length) {
			throw new IOException("A record is cut off");
		}
		return bytes;
	}

	private static String classFile(String name) throws IOException {
		for (String part : name.split("\\.", -1)) {
			if (part.isEmpty() || !part.chars().allMatch(Character::isJavaIdentifierPart)) {
				throw new IOException("A class has a name that no class can have");
			}
		}
		return name.replace('.', '/') + ".class";
	}

}
