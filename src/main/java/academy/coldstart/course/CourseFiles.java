package academy.coldstart.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads the files of a course by their paths within it.
 */
final class CourseFiles {

	private static final Set<String> LEFTOVERS = Set.of("__pycache__", ".DS_Store", "node_modules", "target");

	private final Path home;

	private final ProblemLog problems;

	CourseFiles(Path home, ProblemLog problems) {
		this.home = home.toAbsolutePath().normalize();
		this.problems = problems;
	}

	Path home() {
		return this.home;
	}

	boolean exists(Path file) {
		return Files.isRegularFile(this.home.resolve(file));
	}

	Optional<String> text(Path file, String remedy) {
		try {
			if (exists(file)) {
				return Optional.of(Files.readString(this.home.resolve(file)));
			}
			this.problems.add(file, 1, "This file does not exist.", remedy);
		}
		catch (CharacterCodingException ex) {
			this.problems.add(file, 1, "This file is not UTF-8.", "Save it as UTF-8.");
		}
		catch (IOException ex) {
			this.problems.add(file, 1, "This file cannot be read: " + ex.getMessage() + ".", "Check its permissions.");
		}
		return Optional.empty();
	}

	List<Path> folders(Path folder) {
		Path absolute = this.home.resolve(folder);
		if (!Files.isDirectory(absolute)) {
			return List.of();
		}
		try (Stream<Path> entries = Files.list(absolute)) {
			return entries.filter(Files::isDirectory)
				.filter((entry) -> !LEFTOVERS.contains(entry.getFileName().toString()))
				.map(this.home::relativize)
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * List the files of a folder whose names end in some way.
	 * @param folder the folder, which may be missing
	 * @param ending the end of their names
	 * @return the files in the order of their names
	 */
	List<Path> files(Path folder, String ending) {
		Path absolute = this.home.resolve(folder);
		if (!Files.isDirectory(absolute)) {
			return List.of();
		}
		try (Stream<Path> entries = Files.list(absolute)) {
			return entries.filter((entry) -> Files.isRegularFile(entry) && entry.toString().endsWith(ending))
				.map(this.home::relativize)
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	SourceFiles sources(Path folder, String description) {
		Path absolute = this.home.resolve(folder);
		TreeMap<String, byte[]> contents = new TreeMap<>();
		if (!Files.isDirectory(absolute)) {
			return new SourceFiles(contents);
		}
		try (Stream<Path> files = Files.walk(absolute)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Path relative = absolute.relativize(file);
				if (!isLeftover(relative) && !relative.toString().equals(description)) {
					contents.put(relative.toString().replace('\\', '/'), Files.readAllBytes(file));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new SourceFiles(contents);
	}

	private static boolean isLeftover(Path file) {
		for (Path part : file) {
			if (LEFTOVERS.contains(part.toString())) {
				return true;
			}
		}
		return false;
	}

}
