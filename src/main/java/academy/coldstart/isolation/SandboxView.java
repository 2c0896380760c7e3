package academy.coldstart.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one sandbox sees of the file system: places inside, and the directories of this
 * machine that are there, all of them read-only.
 *
 * @param places the directories by place, those that lie below others after them
 */
record SandboxView(Map<Path, Path> places) {

	/** Of these, what programs need is seen in every sandbox, and nobody needs more. */
	private static final Set<Path> WHOLE = Set.of(Path.of("/"), Path.of("/usr"));

	/**
	 * Arrange a view.
	 * @param confinement what the program may see
	 * @return the view
	 */
	static SandboxView of(Confinement confinement) {
		Map<Path, Path> places = new LinkedHashMap<>();
		confinement.placed().forEach((place, directory) -> {
			// Nothing can be put below a directory that is mounted read-only.
			if (confinement.readable().stream().anyMatch((readable) -> readable.startsWith(place))) {
				entries(directory).forEach((entry) -> places.put(place.resolve(entry.getFileName()), entry));
			}
			else {
				places.put(place, directory);
			}
		});
		confinement.readable()
			.stream()
			.map((path) -> path.toAbsolutePath().normalize())
			.filter((path) -> !WHOLE.contains(path) && !SystemFolders.have(path))
			.sorted()
			.forEach((path) -> places.put(path, path));
		return new SandboxView(places);
	}

	private static List<Path> entries(Path directory) {
		List<Path> entries = new ArrayList<>();
		try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
			stream.forEach(entries::add);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The directory " + directory + " cannot be read", ex);
		}
		return entries;
	}

	List<String> arguments(Stage stage) {
		List<String> arguments = new ArrayList<>();
		this.places.forEach((place, directory) -> arguments
			.addAll(List.of("--ro-bind", stage.from(directory).toString(), place.toString())));
		return arguments;
	}

}
