package academy.coldstart.graders.onebadapple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.graders.onebadapple.OrderMessage.Kind;
import academy.coldstart.trace.Invocation;

/**
 * Orders of two groups through the FIFO queue. For one of them the mail service is busy
 * at first, so its group has to wait for it.
 */
final class FifoScene extends Scene {

	private final Post post;

	FifoScene(Traffic traffic, Post post) {
		super(traffic, post.service());
		this.post = post;
	}

	@Override
	int receives() {
		return 4;
	}

	@Override
	List<Sent> send() {
		List<String> groups = this.post.groups(2);
		List<OrderMessage> messages = new ArrayList<>();
		messages.add(this.post.write(Kind.GOOD, groups.get(0)));
		messages.add(this.post.write(Kind.GOOD, groups.get(1)));
		messages.add(this.post.write(Kind.BUSY, groups.get(0)));
		messages.add(this.post.write(Kind.GOOD, groups.get(0)));
		messages.add(this.post.write(Kind.GOOD, groups.get(1)));
		return send(messages, "sent five orders of two groups to " + traffic().source().name());
	}

	@Override
	Optional<Ending> judge(List<Sent> sent, Look look, int seconds) {
		for (Sent one : sent) {
			int mails = service().mails(one.message());
			// Looked at after the mails: a delivery that still runs may have sent the
			// second one.
			List<Invocation> deliveries = ((mails > 1) ? new Look(traffic()) : look).deliveries(one.messageId());
			if (mails > 1 && deliveries.getLast().endMs() != null) {
				if (deliveries.size() > 1 && isOverrun(one, deliveries, seconds)) {
					return Optional.of(Ending.OVERRUN);
				}
				throw repeated(one, deliveries);
			}
			if (isLost(one, look)) {
				throw lost(one, new Look(traffic()).deliveries(one.messageId()));
			}
		}
		if (sent.stream().anyMatch((one) -> service().mails(one.message()) == 0) || !look.isEmpty()) {
			return Optional.empty();
		}
		requireSequence(sent);
		return Optional.of(Ending.HOLDS);
	}

	private void requireSequence(List<Sent> sent) {
		List<OrderMessage> group = sent.stream()
			.map(Sent::message)
			.filter((message) -> sent.getFirst().message().requiredGroup().equals(message.group()))
			.toList();
		List<OrderMessage> mailed = service().inSequence(group);
		if (!mailed.equals(group)) {
			throw LearnerFailure
				.because("Order %s overtook failed %s: both belong to group %s of %s.", group.get(2).id(),
						group.get(1).name(), group.getFirst().requiredGroup(), traffic().source().name())
				.expected("mails in the sequence %s", group.stream().map(OrderMessage::id).toList())
				.observed("%s", mailed.stream().map(OrderMessage::id).toList())
				.evidence(StandardScene.evidence(new Look(traffic()).deliveries(sent.getFirst().messageId())));
		}
	}

	private LearnerFailure repeated(Sent one, List<Invocation> deliveries) {
		int mails = service().mails(one.message());
		return LearnerFailure
			.because("Order %s of the FIFO queue %s was processed %d times. %s.", one.message().id(),
					traffic().source().name(), mails, traffic().told(deliveries.getFirst()))
			.expected("1 mail for %s", one.message().id())
			.observed("%d mails in %d deliveries", mails, deliveries.size())
			.evidence(StandardScene.evidence(deliveries));
	}

	private LearnerFailure lost(Sent one, List<Invocation> deliveries) {
		LearnerFailure failure = LearnerFailure
			.because("Order %s of the FIFO queue %s is lost: it was deleted without a mail. %s.", one.message().name(),
					traffic().source().name(), traffic().told(deliveries.getLast()))
			.expected("%s back in the queue until it is mailed", one.message().id())
			.observed("%d deliveries, and the queue is empty", deliveries.size())
			.evidence(StandardScene.evidence(deliveries));
		return traffic().source().readsAnswers() ? failure
				: failure.at(traffic().source().mappingPlace("FunctionResponseTypes"));
	}

}
