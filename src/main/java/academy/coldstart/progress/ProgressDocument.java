package academy.coldstart.progress;

import java.util.Map;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * The progress as a document that the learner takes along.
 */
@Component
class ProgressDocument {

	private final Progress progress;

	private final JsonMapper mapper;

	ProgressDocument(Progress progress, JsonMapper mapper) {
		this.progress = progress;
		this.mapper = mapper;
	}

	byte[] json() {
		return this.mapper.writer()
			.with(SerializationFeature.INDENT_OUTPUT)
			.writeValueAsBytes(Map.of("practices", this.progress.practices()));
	}

}
