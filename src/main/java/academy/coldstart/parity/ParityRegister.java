package academy.coldstart.parity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The register of parity, {@code docs/parity.yaml}, as it was built into the application.
 *
 * @param engine the engine that it is about, with its version
 * @param areas its parts
 */
public record ParityRegister(String engine, List<Area> areas) {

	private static final String RESOURCE = "/parity/parity.yaml";

	private static final YAMLMapper MAPPER = YAMLMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	public ParityRegister {
		areas = List.copyOf(areas);
	}

	/**
	 * Read the register.
	 * @return the register
	 */
	public static ParityRegister load() {
		try (InputStream in = Objects.requireNonNull(ParityRegister.class.getResourceAsStream(RESOURCE), RESOURCE)) {
			return MAPPER.readValue(in, ParityRegister.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return all behaviors in their order.
	 * @return the behaviors
	 */
	public List<Behavior> behaviors() {
		return this.areas.stream().flatMap((area) -> area.behaviors().stream()).toList();
	}

	/**
	 * Count behaviors.
	 * @param state how they are met
	 * @return how many there are
	 */
	public long count(ParityState state) {
		return behaviors().stream().filter((behavior) -> behavior.state() == state).count();
	}

}
