package academy.coldstart.grading.template;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * Estimates how long the texts of a template become when its functions are carried out,
 * without carrying them out: a few lines can ask for more text than any memory holds.
 */
final class ExpandedSize {

	/** More than any name, ARN or URL of a resource has. */
	private static final long REFERENCE = 256;

	/** At most 256 blocks of IPv6 addresses. */
	private static final long ADDRESS_BLOCKS = 256L * 44;

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{\\s*([^}]*?)\\s*}");

	private final Template template;

	private final long longestMapped;

	ExpandedSize(Template template) {
		this.template = template;
		this.longestMapped = template.root()
			.path("Mappings")
			.valueStream()
			.flatMap(JsonNode::valueStream)
			.flatMap(JsonNode::valueStream)
			.mapToLong(this::of)
			.max()
			.orElse(0);
	}

	/**
	 * Return an upper bound for the texts of a value.
	 * @param value the value as it is written
	 * @return characters, or a very large number
	 */
	long of(JsonNode value) {
		if (value.size() == 1 && value.isObject()) {
			Map.Entry<String, JsonNode> only = value.properties().iterator().next();
			return call(only.getKey(), only.getValue());
		}
		return value.isContainer() ? sum(value) : value.asString("").length();
	}

	private long call(String function, JsonNode argument) {
		return switch (function) {
			case "Ref" -> reference(argument.asString(""));
			case "Fn::GetAtt" -> REFERENCE;
			case "Fn::Sub" -> substitution(argument);
			case "Fn::Join" -> join(argument);
			case "Fn::FindInMap" -> this.longestMapped;
			case "Fn::Base64" -> times(2, of(argument));
			case "Fn::Cidr" -> ADDRESS_BLOCKS;
			default -> of(argument);
		};
	}

	private long substitution(JsonNode argument) {
		JsonNode variables = argument.path(1);
		Map<String, Long> sizes = new HashMap<>();
		variables.properties().forEach((entry) -> sizes.put(entry.getKey(), of(entry.getValue())));
		String text = (argument.isArray() ? argument.path(0) : argument).asString("");
		long total = text.length();
		Matcher matcher = PLACEHOLDER.matcher(text);
		while (matcher.find()) {
			String name = matcher.group(1);
			Long size = sizes.get(name);
			total = plus(total, (size != null) ? size : reference(name));
		}
		return total;
	}

	private long join(JsonNode argument) {
		JsonNode list = argument.path(1);
		// What Fn::Split gives has no more parts than its text has characters.
		long values = of(list);
		long parts = list.isArray() ? list.size() : plus(values, 1);
		return plus(values, times(parts, argument.path(0).asString("").length()));
	}

	private long reference(String name) {
		JsonNode standard = this.template.root().path("Parameters").path(name).path("Default");
		return Math.max(REFERENCE, standard.asString("").length());
	}

	private long sum(JsonNode values) {
		long total = 0;
		for (JsonNode value : values.values()) {
			total = plus(total, of(value));
		}
		return total;
	}

	private static long plus(long one, long other) {
		return saturated(one + other);
	}

	private static long times(long one, long other) {
		return (other != 0 && one > Integer.MAX_VALUE / other) ? Integer.MAX_VALUE : one * other;
	}

	private static long saturated(long value) {
		return Math.min(value, Integer.MAX_VALUE);
	}

}
