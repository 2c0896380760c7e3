package academy.coldstart.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import academy.coldstart.execution.JavaCompilation;
import academy.coldstart.execution.JavaCompiler;
import academy.coldstart.execution.JavaSources;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Makes deployment packages of the programs of cases.
 */
@Component
final class ProgramArchive {

	private final ObjectProvider<JavaCompiler> compiler;

	ProgramArchive(ObjectProvider<JavaCompiler> compiler) {
		this.compiler = compiler;
	}

	/**
	 * Make the package of a program.
	 * @param program its file
	 * @param shared the folder with what programs of its language share
	 * @return a zip archive
	 */
	byte[] of(Path program, Path shared) {
		ProgramLanguage language = ProgramLanguage.of(program.toString());
		try {
			SortedMap<String, byte[]> files = new TreeMap<>();
			files.put(language.entry(), Files.readAllBytes(program));
			if (language == ProgramLanguage.JAVA) {
				return zip(compiled(files));
			}
			String suffix = language.entry().substring(language.entry().lastIndexOf('.'));
			try (Stream<Path> more = Files.list(shared)) {
				for (Path file : more.filter((path) -> path.toString().endsWith(suffix)).toList()) {
					files.put(file.getFileName().toString(), Files.readAllBytes(file));
				}
			}
			return zip(files);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The program " + program + " cannot be packed", ex);
		}
	}

	byte[] ofPython(String code) {
		return zip(Map.of(ProgramLanguage.PYTHON.entry(), code.getBytes(StandardCharsets.UTF_8)));
	}

	private SortedMap<String, byte[]> compiled(SortedMap<String, byte[]> sources) {
		ProgramLanguage java = ProgramLanguage.JAVA;
		return switch (this.compiler.getObject().compile(new JavaSources(sources, java.runtime(), java.handler()))) {
			case JavaCompilation.Compiled compiled -> compiled.classes();
			case JavaCompilation.Refused refused -> throw new IllegalStateException(refused.message());
		};
	}

	private static byte[] zip(Map<String, byte[]> files) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
			for (Map.Entry<String, byte[]> file : files.entrySet()) {
				zip.putNextEntry(new ZipEntry(file.getKey()));
				zip.write(file.getValue());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
