package academy.coldstart.authorization;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom a statement of a resource-based policy is about. Source: IAM User Guide, AWS JSON
 * policy elements: Principal, and NotPrincipal.
 *
 * @param negated whether it is about everybody else
 * @param values the principals by type; the type {@code *} stands for everybody
 */
record Principals(boolean negated, Map<String, List<String>> values) {

	Principals {
		values = Map.copyOf(values);
	}

	/**
	 * Tell whether they are services of AWS, all of them of one name.
	 * @param service such as {@code lambda.amazonaws.com}
	 * @return whether nobody else is meant
	 */
	boolean areOnly(String service) {
		return !this.negated && this.values.size() == 1 && !of("Service").isEmpty()
				&& of("Service").stream().allMatch(service::equals);
	}

	/**
	 * Say who is meant, in the middle of a sentence.
	 * @return such as {@code AWS arn:aws:iam::111122223333:root}
	 */
	String text() {
		String who = this.values.entrySet()
			.stream()
			.map((entry) -> entry.getKey().equals("*") ? "everybody"
					: entry.getKey() + " " + String.join(", ", entry.getValue()))
			.sorted()
			.collect(Collectors.joining(" and "));
		return this.negated ? "everybody but " + who : who;
	}

	/**
	 * Tell how a caller is meant.
	 * @param caller the caller
	 * @return the closest way
	 */
	Naming names(Caller caller) {
		Naming found = found(caller);
		if (!this.negated) {
			return found;
		}
		return (found == Naming.NOT) ? Naming.ANYBODY : Naming.NOT;
	}

	private Naming found(Caller caller) {
		if (this.values.containsKey("*") || aws().contains("*")) {
			return Naming.ANYBODY;
		}
		if (caller.isService()) {
			return of("Service").contains(caller.arn()) ? Naming.ITSELF : Naming.NOT;
		}
		if (aws().contains(caller.arn())) {
			return Naming.ITSELF;
		}
		if (caller.role() != null && aws().contains(caller.role())) {
			return Naming.ROLE;
		}
		Set<String> account = Set.of(caller.account(), "arn:aws:iam::" + caller.account() + ":root");
		return aws().stream().anyMatch(account::contains) ? Naming.ACCOUNT : Naming.NOT;
	}

	private List<String> aws() {
		return of("AWS");
	}

	private List<String> of(String type) {
		return this.values.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().toLowerCase(Locale.ROOT).equals(type.toLowerCase(Locale.ROOT)))
			.flatMap((entry) -> entry.getValue().stream())
			.toList();
	}

	/**
	 * How a caller is named.
	 */
	enum Naming {

		/** Not at all. */
		NOT,

		/** By its account, which leaves it to the policies of the account. */
		ACCOUNT,

		/** By its role. */
		ROLE,

		/** As everybody. */
		ANYBODY,

		/** By its own ARN. */
		ITSELF

	}

}
