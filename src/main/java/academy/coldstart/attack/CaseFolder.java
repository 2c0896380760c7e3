package academy.coldstart.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The folder with a folder for each case, and one with what programs share.
 *
 * @param path the folder
 */
record CaseFolder(Path path) {

	private static final String DESCRIPTION = "case.yaml";

	private static final YAMLMapper MAPPER = YAMLMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	/**
	 * Read all cases.
	 * @return the cases by number
	 */
	List<AttackCase> read() {
		try (Stream<Path> folders = Files.list(this.path)) {
			return folders.filter((folder) -> Files.exists(folder.resolve(DESCRIPTION)))
				.map(CaseFolder::read)
				.sorted(Comparator.comparingInt(AttackCase::number))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The cases in " + this.path + " cannot be read", ex);
		}
	}

	private static AttackCase read(Path folder) {
		try {
			return MAPPER.readValue(Files.readAllBytes(folder.resolve(DESCRIPTION)), AttackCase.class).in(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The case in " + folder + " cannot be read", ex);
		}
	}

	Path shared() {
		return this.path.resolve("shared");
	}

}
