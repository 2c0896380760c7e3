package academy.coldstart.grading;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Text without what is made up anew in each run.
 */
final class PlainText {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private static final List<Rule> RULES = List.of(
			// Each run has an account of its own.
			Rule.of("\\b\\d{12}\\b", "(account)"),
			// Ids of requests, messages and deliveries.
			Rule.of("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b", "(id)"),
			// What CloudFormation and LocalStack append to names.
			Rule.of("-[0-9a-f]{8}\\b", "-(id)"), Rule.of("-[0-9a-f]{3}\\.fifo\\b", "-(id).fifo"),
			// Each run has folders of its own; long output is cut, even within their
			// names.
			Rule.of("/var/tmp/coldstart-[^/…\"]*", "(folder)"),
			// Each listener has a port of its own.
			Rule.of("(localhost|127\\.0\\.0\\.1):\\d+", "$1:(port)"),
			// A delivery is repeated until a claim has run out: how often depends on the
			// pace of the machine.
			Rule.of("\\battempt (?!1\\b)\\d+", "attempt (later)"),
			// When something happened, and how long it took.
			Rule.of("\\d+(\\.\\d+)? (s|ms|seconds|milliseconds)\\b", "(time)"));

	private PlainText() {
	}

	static String of(@Nullable String text) {
		String plain = sorted(String.valueOf(text));
		for (Rule rule : RULES) {
			plain = rule.pattern().matcher(plain).replaceAll(rule.replacement());
		}
		return plain;
	}

	// The members of an object have no order, and Java's maps change theirs from start to
	// start.
	private static String sorted(String text) {
		try {
			return MAPPER.writeValueAsString(MAPPER.readValue(text, Object.class));
		}
		catch (JacksonException ex) {
			return text;
		}
	}

	/**
	 * What is replaced by what.
	 *
	 * @param pattern what is found
	 * @param replacement what is put there
	 */
	private record Rule(Pattern pattern, String replacement) {

		static Rule of(String pattern, String replacement) {
			return new Rule(Pattern.compile(pattern), replacement);
		}

	}

}
