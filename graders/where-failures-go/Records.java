package academy.coldstart.graders.wherefailuresgo;

import academy.coldstart.grader.LearnerFailure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether somebody who finds what is left of the hopeless order can act on it.
 *
 * @param aftermath what is left
 */
record Records(Aftermath aftermath) {

	private static final String EXPECTED = "a record with requestPayload, responsePayload, and requestContext with condition RetriesExhausted and approximateInvokeCount";

	void require() {
		if (this.aftermath.records().isEmpty()) {
			throw nothing();
		}
		LearnerFailure first = null;
		for (Find find : this.aftermath.records()) {
			LearnerFailure failure = judge(find);
			if (failure == null) {
				return;
			}
			first = (first != null) ? first : failure;
		}
		if (first != null) {
			throw first;
		}
	}

	private LearnerFailure nothing() {
		String order = this.aftermath.hopeless().orderId();
		boolean event = !this.aftermath.finds().isEmpty();
		String what = event ? "Only the event of order %s arrived, in %s. Which error was it, and how often was it tried?"
			.formatted(order, name(this.aftermath.finds().getFirst()))
				: "Order %s failed for good, and nothing in any queue tells of it.".formatted(order);
		return failure(what + " " + new Whereabouts(this.aftermath).explain(),
				event ? "the event without a record" : "no message about it in a queue that nobody reads");
	}

	private @Nullable LearnerFailure judge(Find find) {
		JsonNode record = find.record();
		if (record == null) {
			return null;
		}
		JsonNode context = record.path("requestContext");
		if (!isReason(find.condition())) {
			return failure("The record of order %s in %s has the condition %s%s".formatted(order(), name(find),
					find.condition().isEmpty() ? "missing" : find.condition(), age(find)), "condition " + find.condition());
		}
		if (!context.path("approximateInvokeCount").isIntegralNumber()) {
			return failure("The record of order %s in %s does not tell how often it was tried.".formatted(order(),
					name(find)), "requestContext " + context);
		}
		String error = record.path("responsePayload").path("errorMessage").asString("");
		if (!error.contains(this.aftermath.hopeless().secret())) {
			new Answers(this.aftermath).requireAll(this.aftermath.hopeless());
			return failure("The record of order %s in %s does not tell which error it was: the mail service answered with case %s."
				.formatted(order(), name(find), this.aftermath.hopeless().secret()),
					"responsePayload " + record.path("responsePayload"));
		}
		return null;
	}

	// Where the settings leave little time, the speed of the machine decides which of both
	// it is; where they leave much, only the machine can be to blame.
	private boolean isReason(String condition) {
		Plan plan = Plan.of(this.aftermath.live());
		boolean old = condition.equals("EventAgeExceeded");
		if (old && !plan.isTight()) {
			throw new IllegalStateException("Order " + order() + " got older than " + plan.age()
					+ " s, although its retries wait for " + plan.waits() + " s only");
		}
		return condition.equals("RetriesExhausted") || (old && !plan.isHopeless());
	}

	private static String age(Find find) {
		return find.condition().equals("EventAgeExceeded")
				? ": Lambda gave up because of the age of the event, before its retries were used. They take one and two minutes."
				: ".";
	}

	private LearnerFailure failure(String message, String observed) {
		return LearnerFailure.because("%s", message.strip())
			.expected("%s", EXPECTED)
			.observed("%s", observed)
			.evidence(this.aftermath.attempts(this.aftermath.hopeless())
				.stream()
				.map((invocation) -> invocation.environment())
				.distinct()
				.toList())
			.at(this.aftermath.live().place("DestinationConfig"));
	}

	private String order() {
		return this.aftermath.hopeless().orderId();
	}

	private String name(Find find) {
		return Names.of(this.aftermath.live().run(), find.queue());
	}

}
