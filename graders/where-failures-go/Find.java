package academy.coldstart.graders.wherefailuresgo;

import academy.coldstart.grader.Queue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message about an order in a queue that nobody reads.
 *
 * @param queue the queue
 * @param record the record of an invocation that the message holds, or null when it holds
 * none
 */
record Find(Queue queue, @Nullable JsonNode record) {

	boolean isFailure() {
		return this.record != null && !condition().equals("Success");
	}

	String condition() {
		return (this.record != null) ? this.record.path("requestContext").path("condition").asString("") : "";
	}

}
