package academy.coldstart.authorization;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings the ways to name a resource into the form in which it stands in its ARN.
 */
final class ResourceNames {

	private static final Pattern PARTIAL_FUNCTION = Pattern.compile("\\d{12}:function:(.+)");

	private ResourceNames() {
	}

	/**
	 * Return a name as a part of an ARN, or the whole ARN.
	 * @param call the call that names it
	 * @param variable what it stands for
	 * @param value the name, URL or ARN of the call
	 * @param facts what is known of resources
	 * @return the name or the ARN
	 */
	static String normal(ApiCall call, String variable, String value, ResourceFacts facts) {
		return switch (variable) {
			case "QueueName" -> value.startsWith("arn:") ? value : value.substring(value.lastIndexOf('/') + 1);
			case "ParameterNameWithoutLeadingSlash" -> parameter(value);
			case "SecretId" -> secret(value, facts);
			case "KeyId" -> value.contains("alias/") ? facts.key(value).orElse("*") : value;
			case "Alias" -> value.startsWith("alias/") ? value.substring("alias/".length()) : value;
			case "FunctionName" -> call.service().equals("lambda") ? function(call, value) : value;
			case "ObjectName" -> value.startsWith("/") ? value.substring(1) : value;
			default -> value;
		};
	}

	// A version or a label may follow the name of a parameter. Source: AWS Systems
	// Manager
	// User Guide, Working with parameter versions.
	private static String parameter(String value) {
		if (value.startsWith("arn:")) {
			return value;
		}
		String name = value.startsWith("/") ? value.substring(1) : value;
		int colon = name.indexOf(':');
		return (colon < 0) ? name : name.substring(0, colon);
	}

	private static String secret(String value, ResourceFacts facts) {
		if (value.startsWith("arn:") && value.matches(".*-[A-Za-z0-9]{6}")) {
			return value;
		}
		return facts.secret(value).orElse(value.startsWith("arn:") ? value : value + "-??????");
	}

	// A call through a version or an alias needs permission for that. Source: AWS Lambda
	// Developer Guide, Using versions and aliases in permission policies.
	private static String function(ApiCall call, String value) {
		Matcher partial = PARTIAL_FUNCTION.matcher(value);
		String name = partial.matches() ? partial.group(1) : value;
		String qualifier = InputPath.values(call.input(), "Qualifier").stream().findFirst().orElse("");
		boolean qualified = name.startsWith("arn:") ? name.split(":", -1).length > 7 : name.contains(":");
		return (qualifier.isEmpty() || qualified) ? name : name + ":" + qualifier;
	}

}
