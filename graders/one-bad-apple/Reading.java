package academy.coldstart.graders.onebadapple;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * How Lambda reads what a function answers to a batch from a queue, when the event source
 * mapping has {@code ReportBatchItemFailures}. Source: AWS Lambda Developer Guide,
 * Handling errors for an SQS event source in Lambda, success and failure conditions.
 *
 * @param verdict what becomes of the batch
 * @param returned the ids of the messages that return to the queue
 * @param reason why, as a part of a sentence
 */
record Reading(Verdict verdict, List<String> returned, String reason) {

	private static final String LIST = "batchItemFailures";

	private static final String ID = "itemIdentifier";

	Reading {
		returned = List.copyOf(returned);
	}

	/**
	 * Read that the function failed.
	 * @param error the error
	 * @param batch the ids of the messages
	 * @return that all of them return
	 */
	static Reading ofError(String error, Collection<String> batch) {
		return failure(batch, "the function failed with " + error);
	}

	/**
	 * Read an answer.
	 * @param answer the answer
	 * @param batch the ids of the messages
	 * @return what Lambda makes of it
	 */
	static Reading of(JsonNode answer, Collection<String> batch) {
		if (answer.isNull()) {
			return success("the answer is null");
		}
		if (!answer.isObject()) {
			return failure(batch, "the answer is no object");
		}
		JsonNode list = answer.path(LIST);
		if (list.isMissingNode() || list.isNull()) {
			return success("the answer has no " + LIST);
		}
		if (!list.isArray()) {
			return failure(batch, LIST + " is no list");
		}
		return list.isEmpty() ? success(LIST + " is empty") : items(list, batch);
	}

	private static Reading items(JsonNode list, Collection<String> batch) {
		List<String> named = new ArrayList<>();
		for (JsonNode item : list.values()) {
			JsonNode id = item.path(ID);
			if (id.isMissingNode()) {
				return failure(batch, item + " has no " + ID);
			}
			if (id.asString("").isEmpty()) {
				return failure(batch, "an " + ID + " is empty");
			}
			if (!batch.contains(id.asString(""))) {
				return failure(batch, "no message of the batch has the id " + id);
			}
			named.add(id.asString(""));
		}
		return new Reading(Verdict.PARTIAL_FAILURE, named, LIST + " names " + named.size() + " of " + batch.size());
	}

	private static Reading success(String reason) {
		return new Reading(Verdict.FULL_SUCCESS, List.of(), reason);
	}

	private static Reading failure(Collection<String> batch, String reason) {
		return new Reading(Verdict.FULL_FAILURE, List.copyOf(batch), reason);
	}

	boolean returns(String messageId) {
		return this.returned.contains(messageId);
	}

	/**
	 * What becomes of a batch.
	 */
	enum Verdict {

		/** Every message is deleted. */
		FULL_SUCCESS("full success"),

		/** The named messages return, the others are deleted. */
		PARTIAL_FAILURE("partial failure"),

		/** Every message returns. */
		FULL_FAILURE("full failure");

		private final String text;

		Verdict(String text) {
			this.text = text;
		}

		@Override
		public String toString() {
			return this.text;
		}

	}

}
