package academy.coldstart.graders.leastprivilege;

import java.util.stream.Stream;

import academy.coldstart.authorization.PolicyKind;
import academy.coldstart.grader.Calls;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Place;
import academy.coldstart.grader.Run;
import academy.coldstart.trace.AccessDecision;
import org.jspecify.annotations.Nullable;

/**
 * What a role did not allow although its function needs it.
 *
 * @param run the run
 * @param function the logical id of the function
 * @param role the name of its role
 */
record Denial(Run run, String function, String role) {

	static Denial of(Shop shop, String function) {
		return new Denial(shop.run(), function, shop.role(function).name());
	}

	/**
	 * Find the denied calls that were made with the role, by the function or by Lambda.
	 * @param mark the moment from which on
	 * @return the calls
	 */
	Calls since(double mark) {
		return this.run.trace()
			.calls()
			.since(mark)
			.denied()
			.matching((call) -> call.access() != null && call.access().isOfRole(this.role));
	}

	/**
	 * Say what was missing.
	 * @param calls denied calls, at least one
	 * @param path when they were made, such as {@code when a large order came in}
	 * @return the failure
	 */
	LearnerFailure failure(Calls calls, String path) {
		AccessDecision.Permission missing = missing(calls);
		return LearnerFailure
			.because("%s needed %s on %s %s, and its %s %s.%s", this.function, missing.action(), missing.resource(),
					path, owner(missing), refusal(missing), near(missing))
			.expected("%s",
					(missing.suggestion() != null)
							? "in the " + owner(missing) + " of " + this.function + " a statement like "
									+ missing.suggestion()
							: "no statement that denies it")
			.observed("it was denied %s", missing.reason())
			.evidence(calls)
			.at(place(calls));
	}

	private static AccessDecision.Permission missing(Calls calls) {
		return calls.list()
			.stream()
			.flatMap((call) -> (call.access() != null) ? call.access().permissions().stream()
					: Stream.empty())
			.filter((permission) -> !permission.allowed())
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("A denied call lacks no permission"));
	}

	private static String owner(AccessDecision.Permission missing) {
		return missing.reason().contains(PolicyKind.BOUNDARY.title()) ? PolicyKind.BOUNDARY.title() : "role";
	}

	private static String refusal(AccessDecision.Permission missing) {
		return (missing.statement() != null) ? "denies it in " + missing.statement() : "does not allow it";
	}

	private static String near(AccessDecision.Permission missing) {
		return missing.near().isEmpty() ? "" : " The statement that comes closest is " + missing.near().getFirst();
	}

	private @Nullable Place place(Calls calls) {
		Place written = this.run.stack().place(this.role, "Policies");
		return (written != null) ? written : this.run.place(calls);
	}

}
