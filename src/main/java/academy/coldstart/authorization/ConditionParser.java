package academy.coldstart.authorization;

import java.util.ArrayList;
import java.util.List;

import academy.coldstart.authorization.Condition.Quantifier;
import tools.jackson.databind.JsonNode;

/**
 * Reads the condition block of a statement. Source: IAM User Guide, IAM JSON policy
 * elements: Condition.
 *
 * @param nodes takes the policy apart
 */
record ConditionParser(PolicyNodes nodes) {

	private static final String ALL = "ForAllValues:";

	private static final String ANY = "ForAnyValue:";

	private static final String IF_EXISTS = "IfExists";

	List<Condition> conditions(String statement, JsonNode block) {
		String where = statement + ", Condition";
		List<Condition> conditions = new ArrayList<>();
		if (block.isMissingNode()) {
			return conditions;
		}
		if (!block.isObject()) {
			throw this.nodes.malformed(where, "write an object such as {\"StringEquals\": {…}}.");
		}
		block.properties().forEach((entry) -> {
			String at = where + ", " + entry.getKey();
			if (!entry.getValue().isObject()) {
				throw this.nodes.malformed(at, "write an object with condition keys and values.");
			}
			entry.getValue()
				.properties()
				.forEach((key) -> conditions.add(condition(at, entry.getKey(), key.getKey(), key.getValue())));
		});
		return conditions;
	}

	private Condition condition(String where, String written, String key, JsonNode value) {
		Quantifier quantifier = quantifier(written);
		String operator = written.substring(written.indexOf(':') + 1);
		boolean ifExists = operator.endsWith(IF_EXISTS);
		String title = ifExists ? operator.substring(0, operator.length() - IF_EXISTS.length()) : operator;
		ConditionOperator known = ConditionOperator.find(title)
			.filter((found) -> !ifExists || found != ConditionOperator.NULL)
			.filter((found) -> written.indexOf(':') < 0 || quantifier != Quantifier.NONE)
			.orElseThrow(() -> this.nodes.malformed(where, "'" + written
					+ "' is no condition operator. Write one such as StringEquals, StringLike, ArnLike or Bool."));
		return new Condition(written, known, quantifier, ifExists, key,
				this.nodes.patterns(this.nodes.texts(where + ", " + key, value)));
	}

	private static Quantifier quantifier(String written) {
		if (written.startsWith(ALL)) {
			return Quantifier.ALL;
		}
		return written.startsWith(ANY) ? Quantifier.ANY : Quantifier.NONE;
	}

}
