package academy.coldstart.execution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import academy.coldstart.isolation.Directories;

/**
 * Compiles the programs of the contract suite, each once.
 */
final class JavaPrograms {

	private static final Map<Map<String, String>, Map<String, byte[]>> COMPILED = new ConcurrentHashMap<>();

	private final JavaInstallation installation;

	JavaPrograms(JavaInstallation installation) {
		this.installation = installation;
	}

	/**
	 * Compile sources.
	 * @param sources the sources by path
	 * @return the class files by path
	 */
	Map<String, byte[]> compile(Map<String, String> sources) {
		return COMPILED.computeIfAbsent(sources, this::compileNow);
	}

	private Map<String, byte[]> compileNow(Map<String, String> sources) {
		try {
			Path directory = Files.createTempDirectory("programs-");
			try {
				Path classes = directory.resolve("classes");
				List<String> arguments = new ArrayList<>(List.of("-proc:none", "--release", "21", "-encoding", "UTF-8",
						"-d", classes.toString(), "-cp", this.installation.classPathText()));
				for (Map.Entry<String, String> source : sources.entrySet()) {
					Path file = directory.resolve("sources").resolve(source.getKey());
					Files.createDirectories(file.getParent());
					Files.writeString(file, source.getValue());
					arguments.add(file.toString());
				}
				compile(arguments);
				return read(classes);
			}
			finally {
				Directories.delete(directory);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void compile(List<String> arguments) {
		ByteArrayOutputStream errors = new ByteArrayOutputStream();
		int code = ToolProvider.getSystemJavaCompiler().run(null, null, errors, arguments.toArray(String[]::new));
		if (code != 0) {
			throw new IllegalArgumentException(errors.toString(StandardCharsets.UTF_8));
		}
	}

	private static Map<String, byte[]> read(Path classes) throws IOException {
		Map<String, byte[]> files = new TreeMap<>();
		try (Stream<Path> all = Files.walk(classes)) {
			for (Path file : all.filter(Files::isRegularFile).toList()) {
				files.put(classes.relativize(file).toString(), Files.readAllBytes(file));
			}
		}
		return files;
	}

}
