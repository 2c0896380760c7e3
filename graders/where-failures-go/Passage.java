package academy.coldstart.graders.wherefailuresgo;

import java.util.Objects;

import academy.coldstart.grader.Calls;
import academy.coldstart.grader.CheckBlocked;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Run;
import academy.coldstart.trace.AccessDecision;

/**
 * Whether everything that was sent on the way of a record was allowed: by the role that
 * sent it, or by the policy of the queue that a topic or a rule sent it to.
 *
 * @param aftermath what is left
 */
record Passage(Aftermath aftermath) {

	void require() {
		// What is turned away beside a record that is kept does not concern it.
		if (!this.aftermath.records().isEmpty()) {
			return;
		}
		Calls denied = this.aftermath.denied();
		if (!denied.isEmpty()) {
			throw failure(denied);
		}
		if (this.aftermath.finds().isEmpty()) {
			throw new CheckBlocked("C1", "Whether records may pass can be told when something arrives.");
		}
	}

	private LearnerFailure failure(Calls denied) {
		AccessDecision access = Objects.requireNonNull(denied.list().getFirst().access());
		AccessDecision.Permission missing = access.permissions()
			.stream()
			.filter((permission) -> !permission.allowed())
			.findFirst()
			.orElseThrow();
		boolean service = access.caller().endsWith(".amazonaws.com");
		String target = Names.of(run(), missing.resource());
		PolicyPlaces places = new PolicyPlaces(run().stack());
		return LearnerFailure
			.because("Something about a failed order did not get through: %s may not do %s on %s. %s%s",
					service ? access.caller() : "the role " + role(access), missing.action(), target,
					service ? "The policy of " + target + " has to let it in." : "A policy of this role has to allow that.",
					missing.near().isEmpty() ? "" : " The statement that comes closest is " + missing.near().getFirst())
			.expected("%s",
					(missing.suggestion() != null && !service) ? "a statement like " + missing.suggestion()
							: "a policy that allows it")
			.observed("it was denied %s", missing.reason())
			.evidence(denied)
			.at(service ? places.ofTarget(missing.resource()) : places.ofRole(roleName(access)));
	}

	private String role(AccessDecision access) {
		String name = roleName(access);
		return run().stack().name(name);
	}

	// arn:aws:sts::123456789012:assumed-role/name/session
	private static String roleName(AccessDecision access) {
		String[] parts = access.caller().split("/", 0);
		return (parts.length > 1) ? parts[1] : access.caller();
	}

	private Run run() {
		return this.aftermath.live().run();
	}

}
