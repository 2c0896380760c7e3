package academy.coldstart.recording.protocol;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The plain name of a table, queue, topic and so on, whichever way a call names it.
 */
public final class ResourceName {

	private static final Pattern ARN = Pattern.compile("arn:[^:]*:([^:]*):[^:]*:[^:]*:(.+)");

	private static final Pattern SECRET = Pattern.compile("secret:(.+?)(-[A-Za-z0-9]{6})?");

	private static final Pattern FUNCTION = Pattern.compile("(?:\\d{12}:)?(?:function:)?([A-Za-z0-9_-]+)(?::.+)?");

	private ResourceName() {
	}

	/**
	 * Name what a call touches.
	 * @param call the call
	 * @param values the values of its resource member
	 * @return the name, several in alphabetical order, joined by a comma and a space, or
	 * null when there is none
	 */
	public static @Nullable String of(RecognizedCall call, List<String> values) {
		if (values.isEmpty()) {
			return null;
		}
		String names = values.stream()
			.map((value) -> plain(call.signingName(), value))
			.distinct()
			.sorted()
			.collect(Collectors.joining(", "));
		String key = call.isS3() ? call.labels().get("Key") : null;
		return (key != null) ? names + "/" + key : names;
	}

	/**
	 * Take a name out of an ARN or a URL.
	 * @param service the signing name of the service that is called
	 * @param value a name, an ARN or a URL
	 * @return the name
	 */
	public static String plain(String service, String value) {
		Matcher arn = ARN.matcher(value);
		if (arn.matches()) {
			return inArn(arn.group(1), arn.group(2));
		}
		if (value.startsWith("http://") || value.startsWith("https://")) {
			return value.substring(value.lastIndexOf('/') + 1);
		}
		return service.equals("lambda") ? function(value) : value;
	}

	private static String inArn(String service, String rest) {
		return switch (service) {
			case "lambda" -> rest.startsWith("function:") ? function(rest) : part(rest, ":", 1);
			case "dynamodb", "kinesis", "firehose" -> part(rest, "/", 1);
			case "sns" -> part(rest, ":", 0);
			case "s3" -> rest;
			case "secretsmanager" -> first(SECRET, rest);
			case "logs", "states" -> part(rest, ":", 1);
			case "ssm" -> rest.replaceFirst("^parameter/", "");
			default -> rest.substring(Math.max(rest.lastIndexOf('/'), rest.lastIndexOf(':')) + 1);
		};
	}

	private static String function(String value) {
		return first(FUNCTION, value);
	}

	private static String first(Pattern pattern, String value) {
		Matcher matcher = pattern.matcher(value);
		return matcher.matches() ? matcher.group(1) : value;
	}

	private static String part(String text, String separator, int index) {
		String[] parts = text.split(separator, 0);
		return (parts.length > index) ? parts[index] : text;
	}

}
