package academy.coldstart.authorization;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The condition operators. Source: IAM User Guide, IAM JSON policy elements: Condition
 * operators.
 */
enum ConditionOperator {

	STRING_EQUALS("StringEquals", Comparison.TEXT, false), STRING_NOT_EQUALS("StringNotEquals", Comparison.TEXT, true),
	STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", Comparison.TEXT_IGNORING_CASE, false),
	STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", Comparison.TEXT_IGNORING_CASE, true),
	STRING_LIKE("StringLike", Comparison.PATTERN, false), STRING_NOT_LIKE("StringNotLike", Comparison.PATTERN, true),
	NUMERIC_EQUALS("NumericEquals", Comparison.NUMBER, false),
	NUMERIC_NOT_EQUALS("NumericNotEquals", Comparison.NUMBER, true),
	NUMERIC_LESS_THAN("NumericLessThan", Comparison.NUMBER_LESS, false),
	NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", Comparison.NUMBER_LESS_OR_EQUAL, false),
	NUMERIC_GREATER_THAN("NumericGreaterThan", Comparison.NUMBER_GREATER, false),
	NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", Comparison.NUMBER_GREATER_OR_EQUAL, false),
	DATE_EQUALS("DateEquals", Comparison.DATE, false), DATE_NOT_EQUALS("DateNotEquals", Comparison.DATE, true),
	DATE_LESS_THAN("DateLessThan", Comparison.DATE_BEFORE, false),
	DATE_LESS_THAN_EQUALS("DateLessThanEquals", Comparison.DATE_NOT_AFTER, false),
	DATE_GREATER_THAN("DateGreaterThan", Comparison.DATE_AFTER, false),
	DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", Comparison.DATE_NOT_BEFORE, false),
	BOOL("Bool", Comparison.TEXT_IGNORING_CASE, false), BINARY_EQUALS("BinaryEquals", Comparison.TEXT, false),
	IP_ADDRESS("IpAddress", Comparison.ADDRESS, false), NOT_IP_ADDRESS("NotIpAddress", Comparison.ADDRESS, true),
	ARN_EQUALS("ArnEquals", Comparison.ARN, false), ARN_LIKE("ArnLike", Comparison.ARN, false),
	ARN_NOT_EQUALS("ArnNotEquals", Comparison.ARN, true), ARN_NOT_LIKE("ArnNotLike", Comparison.ARN, true),
	NULL("Null", Comparison.TEXT_IGNORING_CASE, false);

	private static final Map<String, ConditionOperator> BY_NAME = Arrays.stream(values())
		.collect(Collectors.toMap((operator) -> operator.title, Function.identity()));

	private final String title;

	private final Comparison comparison;

	private final boolean negated;

	ConditionOperator(String title, Comparison comparison, boolean negated) {
		this.title = title;
		this.comparison = comparison;
		this.negated = negated;
	}

	static Optional<ConditionOperator> find(String title) {
		return Optional.ofNullable(BY_NAME.get(title));
	}

	// Return whether it asks for values that do not match.
	boolean isNegated() {
		return this.negated;
	}

	boolean matches(String actual, PolicyText wanted, RequestContext context) {
		String expected = this.comparison.hasWildcards() ? wanted.pattern(context) : wanted.literal(context);
		return expected != null && this.comparison.test(actual, expected);
	}

}
