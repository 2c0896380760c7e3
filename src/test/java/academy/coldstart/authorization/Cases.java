package academy.coldstart.authorization;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads the cases that come from the documentation of AWS.
 */
final class Cases {

	static final JsonMapper MAPPER = JsonMapper.shared();

	private Cases() {
	}

	static List<JsonNode> read(String file) {
		try (InputStream in = Objects.requireNonNull(Cases.class.getResourceAsStream(file), file)) {
			return YAMLMapper.shared().readTree(in).valueStream().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
