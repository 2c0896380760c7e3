package academy.coldstart.grader;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Understands the error objects that runtimes report.
 */
final class FunctionErrors {

	private static final Pattern FRAME = Pattern
		.compile("(?:File \"|\\(|at (?:async )?)(?:file://)?([^\"()\\s]+?)(?:\",? [Ll]ine |:)(\\d+)");

	/** Where Node.js found a syntax error: a line before the code itself. */
	private static final Pattern HEADING = Pattern.compile("^(?:file://)?(/[^\\s:]+):(\\d+)$");

	private static final Pattern PLACE_AT_END = Pattern.compile(" \\([^()]+, line \\d+\\)$");

	private static final Pattern SYNTAX = Pattern.compile("\\(([^()]+), line (\\d+)\\)");

	private static final Pattern ENVELOPE = Pattern.compile("^(?:RequestId: \\S+ )?Error: ");

	private static final Map<String, String> KINDS = Map.of("Runtime.UserCodeSyntaxError", "syntax-error",
			"Runtime.ImportModuleError", "import-failed", "Runtime.HandlerNotFound", "handler-missing",
			"Runtime.MalformedHandlerName", "handler-missing", "Runtime.BadFunctionCode", "handler-missing",
			"Runtime.CallbackHandlerDeprecated", "handler-unsupported");

	/**
	 * How the Runtime API client for Java says so: the type is that of any missing class.
	 */
	private static final String CLASS_NOT_FOUND = "Class not found: ";

	private FunctionErrors() {
	}

	/**
	 * Tell whether an error type means that the code can never be loaded.
	 * @param type the error type
	 * @return whether every further start would fail as well
	 */
	static boolean isLoadError(String type) {
		return KINDS.containsKey(type);
	}

	/**
	 * Describe an error of a start.
	 * @param error the error object
	 * @param files the learner's files
	 * @return the problem
	 */
	static HandlerProblem problem(JsonNode error, Collection<String> files) {
		String type = error.path("errorType").asString("");
		String detail = error.path("errorMessage").asString("");
		Place place = place(error, files);
		String where = (place != null) ? " (" + place + ")" : "";
		String kind = detail.startsWith(CLASS_NOT_FOUND) ? "handler-missing" : KINDS.getOrDefault(type, "init-failed");
		String cause = JavaFrames.cause(error).map((text) -> ": " + text).orElse("");
		String message = switch (kind) {
			case "syntax-error" -> "The code has a syntax error and cannot be loaded" + where + ": "
					+ ((place != null) ? withoutPlace(detail) : detail);
			case "import-failed" -> "The code cannot be loaded" + where + ": " + detail;
			case "handler-missing" -> "The handler was not found: " + detail;
			case "handler-unsupported" -> "The handler cannot be called: " + detail;
			default -> "The function failed while it started" + where + ": " + FailureAdvice.on(type, detail + cause);
		};
		return new HandlerProblem(kind, message, place, error.toPrettyString());
	}

	// Python says where it is at the end of its message as well.
	private static String withoutPlace(String detail) {
		return PLACE_AT_END.matcher(detail).replaceFirst("");
	}

	/**
	 * Find the deepest line of the learner's own code in an error.
	 * @param error the error object
	 * @param files the learner's files
	 * @return the place or null
	 */
	static @Nullable Place place(JsonNode error, Collection<String> files) {
		Optional<Place> inJava = JavaFrames.place(error, files);
		if (inJava.isPresent()) {
			return inJava.get();
		}
		return frames(error).map((frame) -> find(frame, files))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseGet(() -> find(SYNTAX, error.path("errorMessage").asString(""), files));
	}

	// The frames, the deepest first: Python has it last, Node.js first.
	private static Stream<String> frames(JsonNode error) {
		List<JsonNode> frames = List.copyOf(error.path("stackTrace").values());
		return Stream.concat(error.path("trace").valueStream(), frames.reversed().stream()).map(FunctionErrors::text);
	}

	private static @Nullable Place find(String frame, Collection<String> files) {
		Place place = find(HEADING, frame, files);
		return (place != null) ? place : find(FRAME, frame, files);
	}

	/**
	 * Describe an error for people, who see its request id elsewhere.
	 * @param type the error type, or an empty text
	 * @param message the error message
	 * @return the description
	 */
	static String described(String type, String message) {
		String text = ENVELOPE.matcher(message).replaceFirst("");
		return (type.isEmpty() || text.isEmpty()) ? type + text : type + ": " + text;
	}

	private static String text(JsonNode frame) {
		if (frame.isArray()) {
			return "File \"" + frame.path(0).asString("") + "\", line " + frame.path(1).asString("");
		}
		return frame.asString("");
	}

	private static @Nullable Place find(Pattern pattern, String text, Collection<String> files) {
		Matcher matcher = pattern.matcher(text);
		Place found = null;
		while (matcher.find()) {
			String path = matcher.group(1);
			int line = Integer.parseInt(matcher.group(2));
			found = files.stream()
				.filter((file) -> path.equals(file) || path.endsWith("/" + file))
				.findFirst()
				.map((file) -> new Place(file, line))
				.orElse(found);
		}
		return found;
	}

}
