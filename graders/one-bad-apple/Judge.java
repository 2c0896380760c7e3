package academy.coldstart.graders.onebadapple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Result;

/**
 * Compares what a function did to a batch with what it answered.
 */
final class Judge {

	private final MailService service;

	private final Batch batch;

	private final Result result;

	private final String scene;

	private final Reading reading;

	Judge(MailService service, Batch batch, Result result, String scene) {
		this.service = service;
		this.batch = batch;
		this.result = result;
		this.scene = scene;
		this.reading = result.succeeded() ? Reading.of(result.json(), batch.ids())
				: Reading.ofError(error(), batch.ids());
	}

	Result result() {
		return this.result;
	}

	Reading reading() {
		return this.reading;
	}

	/**
	 * Demand of a batch from a standard queue that what was mailed is deleted and
	 * everything else returns.
	 * @throws LearnerFailure when it is not so
	 */
	void requireStandard() {
		refuse((entry) -> isMailed(entry) && isReturned(entry), "%s was mailed, and returns to the queue");
		requireNothingLost();
		refuse((entry) -> entry.message().isGood() && !isMailed(entry),
				"%s is a good order, and was given back without a mail");
		requireOneMail();
	}

	/**
	 * Demand of a batch from a FIFO queue in addition that nothing overtakes a failed
	 * message of its group.
	 * @throws LearnerFailure when it is not so
	 */
	void requireFifo() {
		requireNothingOvertook();
		requireNothingLost();
		refuse((entry) -> isMailed(entry) && isReturned(entry), "%s was mailed, and returns to the queue");
		List<Batch.Entry> untouched = this.batch.entries().stream().takeWhile((entry) -> !isFailed(entry)).toList();
		refuse((entry) -> untouched.contains(entry) && !isMailed(entry),
				"%s was given back without a mail, although nothing before it had failed");
		requireOneMail();
	}

	private void requireNothingOvertook() {
		Map<String, Batch.Entry> failed = new HashMap<>();
		for (Batch.Entry entry : this.batch.entries()) {
			String group = String.valueOf(entry.message().group());
			Batch.Entry earlier = failed.get(group);
			if (earlier != null && isMailed(entry)) {
				throw failure("Order " + entry.message().id() + " overtook failed " + earlier.message().name()
						+ ": both belong to group " + group)
					.expected("%s behind %s, given back without a mail", entry.message().id(), earlier.message().id())
					.observed("a mail for %s", entry.message().id());
			}
			if (isFailed(entry)) {
				failed.putIfAbsent(group, entry);
			}
		}
	}

	private void requireNothingLost() {
		refuse((entry) -> !isMailed(entry) && !isReturned(entry), "%s was not mailed and does not return: it is lost");
	}

	private void requireOneMail() {
		refuse((entry) -> this.service.mails(entry.message()) > 1, "%s was mailed more than once");
	}

	private void refuse(Predicate<Batch.Entry> wrong, String what) {
		List<Batch.Entry> found = this.batch.entries().stream().filter(wrong).toList();
		if (found.isEmpty()) {
			return;
		}
		String first = what.replace("%s", "order " + found.getFirst().message().name());
		String rest = (found.size() > 1) ? ", and so it is with " + (found.size() - 1) + " more" : "";
		throw failure(first + rest).expected("%s", expectation()).observed("%s", this.result.shown());
	}

	private LearnerFailure failure(String what) {
		String answer = this.result.succeeded() ? "The function returned " + this.result.shown()
				: "The function failed with " + error();
		String reason = this.result.succeeded() ? " (" + this.reading.reason() + ")" : "";
		return LearnerFailure
			.because("%s. %s, treated as %s%s: %s.", this.scene, answer, this.reading.verdict(), reason, what)
			.evidence(this.result)
			.at(this.result.place());
	}

	private String expectation() {
		List<String> failed = this.batch.entries()
			.stream()
			.filter((entry) -> !isMailed(entry))
			.map(Batch.Entry::messageId)
			.toList();
		if (failed.isEmpty()) {
			return "an answer that names no message";
		}
		return "an answer that names what was not mailed, and nothing else: itemIdentifier " + String.join(", ", failed);
	}

	private boolean isMailed(Batch.Entry entry) {
		return this.service.mails(entry.message()) > 0;
	}

	private boolean isReturned(Batch.Entry entry) {
		return this.reading.returns(entry.messageId());
	}

	private boolean isFailed(Batch.Entry entry) {
		return !entry.message().isGood() && !isMailed(entry);
	}

	private String error() {
		return this.result.errorType() + ": " + this.result.errorMessage();
	}

}
