package academy.coldstart.trial.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as somebody typed it.
 *
 * @param text the text
 */
record EventText(String text) {

	/**
	 * The size of the largest event that this page takes. AWS takes 6 MB for a
	 * synchronous invocation:
	 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
	 */
	static final int MAX_KB = 256;

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
		.build();

	/**
	 * Find what keeps it from being sent.
	 * @return a sentence with the line and the column, or empty when it can be sent
	 */
	Optional<String> problem() {
		if (this.text.isBlank()) {
			return Optional.of("The event is empty. Write JSON, {} at least.");
		}
		int kb = (this.text.getBytes(StandardCharsets.UTF_8).length + 1023) / 1024;
		if (kb > MAX_KB) {
			return Optional.of("The event has %,d KB, and this page sends %d KB at most. AWS itself takes up to 6 MB."
				.formatted(kb, MAX_KB));
		}
		try {
			MAPPER.readTree(this.text);
			return Optional.empty();
		}
		catch (JacksonException ex) {
			return Optional.of("The event is not JSON. " + where(ex.getLocation()) + reason(ex.getOriginalMessage()));
		}
	}

	private static String where(TokenStreamLocation location) {
		return (location != null && location.getLineNr() > 0)
				? "Line %d, column %d: ".formatted(location.getLineNr(), Math.max(1, location.getColumnNr())) : "";
	}

	// The reason without the words for programmers that stand in brackets.
	private static String reason(String message) {
		String reason = message.lines().findFirst().orElse("").replaceAll(" ?\\((code|for|start|byte)[^)]*\\)", "");
		return reason.endsWith(".") ? reason : reason + ".";
	}

}
