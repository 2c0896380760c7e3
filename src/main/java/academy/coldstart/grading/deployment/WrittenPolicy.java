package academy.coldstart.grading.deployment;

import java.util.Map;

import academy.coldstart.authorization.MalformedPolicy;
import academy.coldstart.authorization.PolicyDocument;
import academy.coldstart.authorization.PolicyKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A policy of a resource as a template has it. Values that only CloudFormation knows,
 * such as those of {@code Fn::GetAtt}, are taken for texts.
 *
 * @param name what the policy is called
 * @param document the document as it is written
 */
record WrittenPolicy(String name, JsonNode document) {

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private static final String ANYTHING = "*";

	/**
	 * Demand that AWS would accept it.
	 * @throws MalformedPolicy when it would not
	 */
	void require() {
		PolicyDocument.parse(this.name, PolicyKind.RESOURCE, known(this.document).toString());
	}

	private static JsonNode known(JsonNode node) {
		if (node.isArray()) {
			ArrayNode array = JSON.arrayNode();
			node.values().forEach((entry) -> array.add(known(entry)));
			return array;
		}
		if (!node.isObject()) {
			return node;
		}
		if (node.size() == 1 && isFunction(node.properties().iterator().next())) {
			return JSON.stringNode(ANYTHING);
		}
		ObjectNode object = JSON.objectNode();
		node.properties().forEach((entry) -> object.set(entry.getKey(), known(entry.getValue())));
		return object;
	}

	private static boolean isFunction(Map.Entry<String, JsonNode> entry) {
		return entry.getKey().equals("Ref") || entry.getKey().startsWith("Fn::");
	}

}
