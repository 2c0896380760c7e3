package academy.coldstart.grading.deployment;

import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rewrites a template where the engine cannot do as AWS does: bucket names are global
 * among all accounts of an engine, so each is given the account's id.
 */
final class EngineForm {

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private EngineForm() {
	}

	/**
	 * Rewrite a template.
	 * @param root the template
	 * @param account the account it is deployed to
	 * @return the rewritten copy
	 */
	static ObjectNode of(ObjectNode root, String account) {
		Map<String, String> buckets = root.path("Resources")
			.valueStream()
			.filter((resource) -> resource.path("Type").asString("").equals("AWS::S3::Bucket"))
			.map((resource) -> resource.path("Properties").path("BucketName"))
			.filter(JsonNode::isString)
			.map(JsonNode::stringValue)
			.distinct()
			.collect(Collectors.toMap((name) -> name, (name) -> name + "-" + account));
		return (ObjectNode) rewritten(root, buckets);
	}

	private static JsonNode rewritten(JsonNode value, Map<String, String> buckets) {
		if (value.isArray()) {
			ArrayNode array = JSON.arrayNode();
			value.values().forEach((entry) -> array.add(rewritten(entry, buckets)));
			return array;
		}
		if (value.isObject()) {
			ObjectNode object = JSON.objectNode();
			value.properties().forEach((entry) -> object.set(entry.getKey(), rewritten(entry.getValue(), buckets)));
			return object;
		}
		String name = value.isString() ? buckets.get(value.stringValue()) : null;
		return (name != null) ? JSON.stringNode(name) : value;
	}

}
