package academy.coldstart.authorization;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a statement as strictly as AWS does.
 *
 * @param kind what the policy is attached to
 * @param nodes takes the policy apart
 */
record StatementParser(PolicyKind kind, PolicyNodes nodes) {

	private static final Set<String> ELEMENTS = Set.of("Sid", "Effect", "Principal", "NotPrincipal", "Action",
			"NotAction", "Resource", "NotResource", "Condition");

	private static final Pattern ACTION = Pattern.compile("\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+");

	private static final Pattern SID = Pattern.compile("[A-Za-z0-9]*");

	Statement statement(int position, JsonNode node) {
		String sid = node.path("Sid").asString("");
		String where = "statement " + position + (sid.isEmpty() ? "" : " (" + sid + ")");
		if (!node.isObject()) {
			throw this.nodes.malformed(where, "a statement is an object with Effect, Action and Resource.");
		}
		this.nodes.requireKnown(where, node, ELEMENTS);
		if (this.kind != PolicyKind.RESOURCE && !SID.matcher(sid).matches()) {
			throw this.nodes.malformed(where, "a Sid has letters and digits only.");
		}
		return new Statement(sid.isEmpty() ? "statement " + position : sid, effect(where, node.path("Effect")),
				principals(where, node), actions(where, node), resources(where, node),
				new ConditionParser(this.nodes).conditions(where, node.path("Condition")));
	}

	private Effect effect(String where, JsonNode effect) {
		return switch (effect.asString("")) {
			case "Allow" -> Effect.ALLOW;
			case "Deny" -> Effect.DENY;
			default -> throw this.nodes.malformed(where,
					(effect.isMissingNode() ? "it has no Effect" : "its Effect is " + effect)
							+ ". Write \"Allow\" or \"Deny\", with a capital letter.");
		};
	}

	private @Nullable Principals principals(String where, JsonNode node) {
		String element = only(where, node, "Principal");
		if (this.kind != PolicyKind.RESOURCE) {
			if (element != null) {
				throw this.nodes.malformed(where,
						"it has a " + element + ". Whom a policy of a role is about is the role; remove it.");
			}
			return null;
		}
		if (element == null) {
			throw this.nodes.malformed(where, "it has no Principal. A policy of a resource says who may do something.");
		}
		return new Principals(element.startsWith("Not"), named(where + ", " + element, node.path(element)));
	}

	private Map<String, List<String>> named(String where, JsonNode value) {
		Map<String, List<String>> values = new LinkedHashMap<>();
		if (value.isString() && value.asString().equals("*")) {
			values.put("*", List.of());
		}
		else if (value.isObject()) {
			value.properties()
				.forEach((entry) -> values.put(entry.getKey(), this.nodes.texts(where, entry.getValue())));
		}
		else {
			throw this.nodes.malformed(where, "write \"*\", or an object such as {\"AWS\": …}.");
		}
		return values;
	}

	private Element actions(String where, JsonNode node) {
		String element = only(where, node, "Action");
		if (element == null) {
			throw this.nodes.malformed(where, "it has neither Action nor NotAction.");
		}
		List<String> patterns = this.nodes.texts(where + ", " + element, node.path(element));
		for (String pattern : patterns) {
			if (!ACTION.matcher(pattern).matches()) {
				throw this.nodes.malformed(where + ", " + element, "'" + pattern
						+ "' is no action. Write the service and the action, such as dynamodb:PutItem, or \"*\".");
			}
		}
		return new Element(element.startsWith("Not"), this.nodes.patterns(patterns));
	}

	private Element resources(String where, JsonNode node) {
		String element = only(where, node, "Resource");
		if (element == null && this.kind == PolicyKind.RESOURCE) {
			return Element.EVERYTHING;
		}
		if (element == null) {
			throw this.nodes.malformed(where, "it has neither Resource nor NotResource.");
		}
		List<String> patterns = this.nodes.texts(where + ", " + element, node.path(element));
		for (String pattern : patterns) {
			if (!mayBeArn(pattern)) {
				throw this.nodes.malformed(where + ", " + element, "'" + pattern
						+ "' is no ARN. Write the whole ARN, in a template for example !GetAtt Orders.Arn, or \"*\".");
			}
		}
		return new Element(element.startsWith("Not"), this.nodes.patterns(patterns));
	}

	private static boolean mayBeArn(String pattern) {
		boolean arn = pattern.startsWith("arn:") && (pattern.split(":", -1).length >= 6 || pattern.endsWith("*"));
		return arn || pattern.startsWith("*") || pattern.startsWith("${");
	}

	// Return which of an element and its opposite a statement has.
	private @Nullable String only(String where, JsonNode node, String element) {
		boolean plain = node.has(element);
		boolean negated = node.has("Not" + element);
		if (plain && negated) {
			throw this.nodes.malformed(where, "it has both " + element + " and Not" + element + ". Keep one of them.");
		}
		if (plain) {
			return element;
		}
		return negated ? "Not" + element : null;
	}

}
