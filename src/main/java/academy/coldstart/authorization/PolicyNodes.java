package academy.coldstart.authorization;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * Takes a policy apart, and says where it does not have the form that it should have.
 *
 * @param policy the name of the policy
 * @param variables whether it has a version that knows variables
 */
record PolicyNodes(String policy, boolean variables) {

	/**
	 * Read one text or several.
	 * @param where the place within the policy
	 * @param value a text or a list of texts
	 * @return the texts
	 */
	List<String> texts(String where, JsonNode value) {
		List<JsonNode> nodes = value.isArray() ? value.valueStream().toList() : List.of(value);
		if (nodes.isEmpty()) {
			throw malformed(where, "the list is empty.");
		}
		List<String> texts = new ArrayList<>();
		for (JsonNode node : nodes) {
			if (!node.isValueNode() || node.isNull()) {
				throw malformed(where, "a text was expected, but this is " + node + ".");
			}
			texts.add(node.asString());
		}
		return texts;
	}

	List<PolicyText> patterns(List<String> texts) {
		return texts.stream().map((text) -> PolicyText.of(text, this.variables)).toList();
	}

	void requireKnown(String where, JsonNode node, Set<String> known) {
		for (String element : node.propertyNames()) {
			if (!known.contains(element)) {
				throw malformed(where, "'" + element + "' is no element of a policy. Known here: "
						+ known.stream().sorted().toList() + ".");
			}
		}
	}

	MalformedPolicy malformed(String where, String what) {
		return new MalformedPolicy(this.policy, where, what);
	}

}
