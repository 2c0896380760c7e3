package academy.coldstart.engine.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Compiles our part of the Java runtime, which needs the libraries.
 *
 * @param sources the folder with its sources and resources
 * @param jvm runs the compiler
 */
record JavaBootstrapStep(Path sources, JavaCommands jvm) implements InstallationStep {

	/** The oldest release that functions run on. */
	static final String RELEASE = "21";

	private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

	@Override
	public String title() {
		return "runtime (a few seconds)";
	}

	@Override
	public String name() {
		return "bootstrap";
	}

	@Override
	public void run(Kit kit) {
		JavaKit java = new JavaKit(kit.directory());
		Path classes = kit.directory().resolve("classes");
		List<String> line = new ArrayList<>(
				List.of(this.jvm.jdk().javac().toString(), "-proc:none", "-nowarn", "-g", "-parameters", "--release",
						RELEASE, "-encoding", "UTF-8", "-d", classes.toString(), "-cp", java.libraries() + "/*"));
		files(this.sources, ".java").forEach((file) -> line.add(file.toString()));
		this.jvm.require("Compiling the runtime for Java functions", kit.directory(), line);
		write(java.bootstrap(), classes);
	}

	private void write(Path jar, Path classes) {
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
			for (Path file : files(classes, "")) {
				add(zip, classes.relativize(file), file);
			}
			for (Path file : files(this.sources, "")) {
				if (!file.toString().endsWith(".java")) {
					add(zip, this.sources.relativize(file), file);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void add(ZipOutputStream zip, Path name, Path file) throws IOException {
		ZipEntry entry = new ZipEntry(name.toString());
		entry.setTimeLocal(EPOCH);
		zip.putNextEntry(entry);
		Files.copy(file, zip);
		zip.closeEntry();
	}

	private static List<Path> files(Path folder, String ending) {
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile)
				.filter((file) -> file.toString().endsWith(ending))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
