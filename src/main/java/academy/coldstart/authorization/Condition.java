package academy.coldstart.authorization;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One key of a condition block. Sources: IAM User Guide, Condition operators; Set
 * operators for multivalued context keys.
 *
 * @param written the operator as it is written, such as {@code StringLikeIfExists}
 * @param operator the operator
 * @param quantifier how several values of the request count
 * @param ifExists whether it holds when the request has no such key
 * @param key the condition key
 * @param values the values of the policy, of which one has to match
 */
record Condition(String written, ConditionOperator operator, Quantifier quantifier, boolean ifExists, String key,
		List<PolicyText> values) {

	Condition {
		values = List.copyOf(values);
	}

	boolean holds(RequestContext context) {
		List<String> actual = context.find(this.key);
		if (this.operator == ConditionOperator.NULL) {
			return isOneOf(Boolean.toString(actual == null || actual.isEmpty()), context);
		}
		if (actual == null || actual.isEmpty()) {
			return holdsWithoutValue();
		}
		return switch (this.quantifier) {
			case ALL -> actual.stream().allMatch((value) -> satisfies(value, context));
			case ANY -> actual.stream().anyMatch((value) -> satisfies(value, context));
			case NONE -> this.operator.isNegated() ? actual.stream().allMatch((value) -> satisfies(value, context))
					: actual.stream().anyMatch((value) -> satisfies(value, context));
		};
	}

	private boolean holdsWithoutValue() {
		return this.ifExists || this.quantifier == Quantifier.ALL
				|| (this.quantifier == Quantifier.NONE && this.operator.isNegated());
	}

	private boolean satisfies(String actual, RequestContext context) {
		return isOneOf(actual, context) != this.operator.isNegated();
	}

	private boolean isOneOf(String actual, RequestContext context) {
		return this.values.stream().anyMatch((wanted) -> this.operator.matches(actual, wanted, context));
	}

	/**
	 * Describe what the request had instead.
	 * @param context what is known of the request
	 * @return such as {@code StringEquals aws:RequestedRegion: [eu-west-1], but it is
	 * [us-east-1]}
	 */
	String describe(RequestContext context) {
		@Nullable List<String> actual = context.find(this.key);
		return "%s %s %s, but the request %s".formatted(this.written, this.key,
				this.values.stream().map(PolicyText::source).toList(),
				(actual != null) ? "has " + actual : "has no " + this.key);
	}

	/**
	 * How several values of a request count.
	 */
	enum Quantifier {

		/** The key is meant to have one value. */
		NONE,

		/** {@code ForAllValues}: each has to match. */
		ALL,

		/** {@code ForAnyValue}: one has to match. */
		ANY

	}

}
