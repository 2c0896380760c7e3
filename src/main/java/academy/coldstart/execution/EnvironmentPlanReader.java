package academy.coldstart.execution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import academy.coldstart.trace.AccountId;
import tools.jackson.databind.JsonNode;

/**
 * Reads the body of a request for an execution environment.
 */
final class EnvironmentPlanReader {

	private final JsonNode json;

	private EnvironmentPlanReader(JsonNode json) {
		this.json = json;
	}

	/**
	 * Read a plan.
	 * @param body the JSON text
	 * @return the plan
	 * @throws IllegalArgumentException when a field is missing or wrong
	 */
	static EnvironmentPlan read(byte[] body) {
		JsonNode json = Json.object(body)
			.orElseThrow(() -> new IllegalArgumentException("The body is not a JSON object"));
		return new EnvironmentPlanReader(json).plan();
	}

	private EnvironmentPlan plan() {
		return new EnvironmentPlan(text("id"), new AccountId(text("account")), text("region"), text("function"),
				text("qualifier"), text("arn"), text("runtime"), text("handler"), number("memoryMb"),
				number("timeoutSeconds"), number("ephemeralMb"), text("architecture"), text("codeSha256"),
				texts("layerSha256"), text("initializationType"), map("environment"), map("userEnvironment"),
				text("logGroup"), text("logStream"), credentials());
	}

	private RoleCredentials credentials() {
		JsonNode node = this.json.path("credentials");
		return new RoleCredentials(node.path("accessKeyId").asString(""), node.path("secretAccessKey").asString(""),
				node.path("sessionToken").asString(""));
	}

	private String text(String field) {
		JsonNode node = this.json.path(field);
		if (!node.isString() || node.asString().isEmpty()) {
			throw new IllegalArgumentException("The field " + field + " has to be a text");
		}
		return node.asString();
	}

	private int number(String field) {
		JsonNode node = this.json.path(field);
		if (!node.canConvertToInt() || node.asInt() <= 0) {
			throw new IllegalArgumentException("The field " + field + " has to be a number above 0");
		}
		return node.asInt();
	}

	private List<String> texts(String field) {
		return this.json.path(field).valueStream().map((node) -> node.asString("")).toList();
	}

	private Map<String, String> map(String field) {
		Map<String, String> values = new LinkedHashMap<>();
		this.json.path(field)
			.properties()
			.forEach((entry) -> values.put(entry.getKey(), entry.getValue().asString("")));
		return Map.copyOf(values);
	}

}
