package academy.coldstart.graders.onebadapple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.trace.Invocation;

/**
 * Ten messages through the standard queue, two of them poison.
 */
final class StandardScene extends Scene {

	private static final int GOOD = 8;

	private final Post post;

	StandardScene(Traffic traffic, Post post) {
		super(traffic, post.service());
		this.post = post;
	}

	@Override
	int receives() {
		return 2;
	}

	@Override
	List<Sent> send() {
		List<OrderMessage> messages = new ArrayList<>(this.post.good(GOOD));
		messages.add(this.post.write(OrderMessage.Kind.UNADDRESSED, null));
		messages.add(this.post.poison());
		Collections.shuffle(messages, this.post.random());
		if (!messages.getFirst().isGood()) {
			Collections.reverse(messages);
		}
		return send(messages, "sent ten orders to " + traffic().source().name() + ", two of them bad");
	}

	@Override
	Optional<Ending> judge(List<Sent> sent, Look look, int seconds) {
		List<Sent> good = sent.stream().filter((one) -> one.message().isGood()).toList();
		List<Sent> bad = sent.stream().filter((one) -> !one.message().isGood()).toList();
		for (Sent one : good) {
			if (look.isDelivered(one.messageId(), 2)) {
				List<Invocation> deliveries = look.deliveries(one.messageId());
				if (isOverrun(one, deliveries, seconds)) {
					return Optional.of(Ending.OVERRUN);
				}
				throw repeated(one, deliveries, bad, look);
			}
		}
		requireNothingGone(good, bad, look);
		boolean done = good.stream().allMatch((one) -> service().mails(one.message()) == 1)
				&& bad.stream().allMatch((one) -> isGivenUp(one, look));
		return done ? Optional.of(isMixed(good, bad, look) ? Ending.HOLDS : Ending.CUT) : Optional.empty();
	}

	private void requireNothingGone(List<Sent> good, List<Sent> bad, Look look) {
		for (Sent one : bad) {
			if (isGone(one, look)) {
				throw lost(one, "it was deleted without a mail"
						+ (traffic().hasCopy(one.message()) ? ", and what is in the dead letter queue is a copy" : ""));
			}
		}
		for (Sent one : good) {
			if (isLost(one, look)) {
				throw lost(one, "it was deleted without a mail");
			}
			int mails = service().mails(one.message());
			// Looked at after the mails: a delivery that still runs may have sent the
			// second one.
			if (mails > 1 && new Look(traffic()).deliveries(one.messageId()).size() == 1) {
				throw LearnerFailure
					.because("Good order %s was processed %d times in one invocation.", one.message().id(), mails)
					.expected("1 mail for %s", one.message().id())
					.observed("%d mails", mails)
					.evidence(evidence(look.deliveries(one.messageId())));
			}
		}
	}

	private boolean isGivenUp(Sent bad, Look look) {
		// Without dead letters it is enough that the message returns.
		return look.isDelivered(bad.messageId(), 2)
				&& (traffic().deadLetters().isEmpty() || look.isDeadLetter(bad.messageId()));
	}

	private static boolean isMixed(List<Sent> good, List<Sent> bad, Look look) {
		return bad.stream()
			.map((one) -> look.deliveries(one.messageId()).getFirst())
			.anyMatch((first) -> good.stream().anyMatch((one) -> look.deliveries(one.messageId()).contains(first)));
	}

	private LearnerFailure repeated(Sent one, List<Invocation> deliveries, List<Sent> bad, Look look) {
		Invocation first = deliveries.getFirst();
		int mails = service().mails(one.message());
		String company = bad.stream()
			.filter((other) -> look.deliveries(other.messageId()).contains(first))
			.findFirst()
			.map((other) -> ", for it came together with bad order " + other.message().name())
			.orElse("");
		String effect = (mails > 1) ? "its customer got " + mails + " mails"
				: "its customer got " + ((mails == 1) ? "one mail" : "no mail yet");
		return LearnerFailure
			.because("Good order %s was processed %d times, at %s and %s: %s. %s%s.", one.message().id(),
					deliveries.size(), Traffic.moment(first.startMs()), Traffic.moment(deliveries.get(1).startMs()),
					effect, traffic().told(first), company)
			.expected("8 good orders delivered once; only the 2 bad ones delivered again")
			.observed("%s delivered %d times, mailed %d times", one.message().id(), deliveries.size(), mails)
			.evidence(evidence(deliveries));
	}

	private LearnerFailure lost(Sent one, String what) {
		List<Invocation> deliveries = new Look(traffic()).deliveries(one.messageId());
		LearnerFailure failure = LearnerFailure
			.because("%s order %s is lost: %s. %s.", one.message().isGood() ? "Good" : "Bad", one.message().name(),
					what, traffic().told(deliveries.getLast()))
			.expected(one.message().isGood() ? "a mail" : "a second delivery, then the dead letter queue")
			.observed("%d deliveries, and no message %s in any queue", deliveries.size(), one.messageId())
			.evidence(evidence(deliveries));
		return traffic().source().readsAnswers() ? failure
				: failure.at(traffic().source().mappingPlace("FunctionResponseTypes"));
	}

	static List<String> evidence(List<Invocation> deliveries) {
		return deliveries.stream().map(Invocation::environment).distinct().toList();
	}

}
