package academy.coldstart.graders.onebadapple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.trace.Invocation;

/**
 * Messages that go through a queue, watched until it is clear what becomes of them. When
 * the machine was so slow that the queue handed messages out twice, or when Lambda cut
 * the batch so that nothing can be told from it, everything is repeated.
 */
abstract class Scene {

	/** Visibility timeouts in seconds, from quick to patient. */
	private static final List<Integer> VISIBILITY = List.of(3, 9, 27);

	private static final int TRIES = 3;

	private static final Duration SLACK = Duration.ofSeconds(25);

	private static final long GLANCE_MS = 200;

	/** What a delivery may take before the function is slow and not the machine. */
	private static final double SLOW_SECONDS = 12;

	private final Traffic traffic;

	private final MailService service;

	Scene(Traffic traffic, MailService service) {
		this.traffic = traffic;
		this.service = service;
	}

	final Traffic traffic() {
		return this.traffic;
	}

	final MailService service() {
		return this.service;
	}

	/**
	 * Play it.
	 * @throws LearnerFailure when something becomes of a message that should not
	 */
	final void play() {
		this.traffic.source().requireConcurrency();
		this.traffic.source().requireBatches();
		for (int seconds : VISIBILITY) {
			for (int tries = 0; tries < TRIES; tries++) {
				Ending ending = play(seconds);
				if (ending == Ending.HOLDS) {
					this.traffic.source().requireAnswersAreRead();
					return;
				}
				if (ending == Ending.OVERRUN) {
					break;
				}
			}
		}
		requireQuickness();
		throw new IllegalStateException("The queue " + this.traffic.source().name()
				+ " handed messages out twice even with a visibility timeout of " + VISIBILITY.getLast() + " s");
	}

	private Ending play(int seconds) {
		this.traffic.source().queue().purge();
		this.traffic.hurry(seconds, receives());
		List<Sent> sent = send();
		return this.traffic.run()
			.await("the queue " + this.traffic.source().name() + " to be done with its messages",
					SLACK.plusSeconds((long) seconds * receives()))
			.whileChanging(() -> deliveries(sent))
			.until(() -> look(sent, seconds), Optional::isPresent, (last) -> unfinished(sent))
			.orElseThrow();
	}

	private Optional<Ending> look(List<Sent> sent, int seconds) {
		Optional<Ending> ending = judge(sent, new Look(this.traffic), seconds);
		if (ending.isEmpty()) {
			pause();
		}
		return ending;
	}

	private int deliveries(List<Sent> sent) {
		Look look = new Look(this.traffic);
		return sent.stream().mapToInt((one) -> look.deliveries(one.messageId()).size()).sum();
	}

	private void requireQuickness() {
		double longest = this.traffic.longestSeconds();
		if (longest > SLOW_SECONDS) {
			throw LearnerFailure
				.because("The function needed %.1f s for one batch from %s: meanwhile the queue handed its messages out "
						+ "again.", longest, this.traffic.source().name())
				.expected("less than %.0f s for a batch of ten", SLOW_SECONDS)
				.observed("%.1f s", longest);
		}
	}

	private LearnerFailure unfinished(List<Sent> sent) {
		Look look = new Look(this.traffic);
		List<String> open = sent.stream()
			.filter((one) -> this.service.mails(one.message()) == 0 && !look.isDeadLetter(one.messageId()))
			.map((one) -> one.message().name() + " after " + look.deliveries(one.messageId()).size() + " deliveries")
			.toList();
		return LearnerFailure
			.because("Waited for the queue %s, but %s.", this.traffic.source().name(), open.isEmpty()
					? "its messages did not come to rest" : open.getFirst() + " was neither mailed nor given up")
			.expected("every order mailed, or given up after %d receives", receives())
			.observed("%s", open.isEmpty() ? "messages that are still in the queue" : "still open: " + open);
	}

	/**
	 * Send the messages.
	 * @return what was sent
	 */
	abstract List<Sent> send();

	/**
	 * Return after how many receives a message is given up in this scene.
	 * @return the number
	 */
	abstract int receives();

	/**
	 * Look at what became of the messages.
	 * @param sent the messages
	 * @param look what is seen now
	 * @param seconds the visibility timeout
	 * @return how it ended, or empty while that is not clear
	 */
	abstract Optional<Ending> judge(List<Sent> sent, Look look, int seconds);

	final List<Sent> send(List<OrderMessage> messages, String text) {
		List<String> ids = this.traffic.source()
			.queue()
			.send(messages.stream().map(OrderMessage::outgoing).toList(), text);
		return IntStream.range(0, ids.size())
			.mapToObj((n) -> new Sent(ids.get(n), messages.get(n)))
			.toList();
	}

	/**
	 * Tell whether a message was delivered again although nothing asked for that.
	 * @param sent the message
	 * @param deliveries its deliveries
	 * @param seconds the visibility timeout
	 * @return whether the queue did it on its own
	 */
	final boolean isOverrun(Sent sent, List<Invocation> deliveries, int seconds) {
		Invocation first = deliveries.getFirst();
		return this.traffic.overran(first, seconds) || !this.traffic.returns(first, sent.messageId());
	}

	/**
	 * Tell whether a message is gone, also at a second look: one that just moves is in
	 * neither queue for a moment.
	 * @param sent the message
	 * @param look what is seen now
	 * @return whether nobody will see it again
	 */
	final boolean isGone(Sent sent, Look look) {
		if (!look.isGone(sent.messageId())) {
			return false;
		}
		pause();
		return new Look(this.traffic).isGone(sent.messageId());
	}

	/**
	 * Tell whether a message is gone without a mail. The mails are counted after it is
	 * gone: before, a delivery that nobody has looked at yet may still send one.
	 * @param sent the message
	 * @param look what is seen now
	 * @return whether its customer never gets a mail
	 */
	final boolean isLost(Sent sent, Look look) {
		return this.service.mails(sent.message()) == 0 && isGone(sent, look)
				&& this.service.mails(sent.message()) == 0;
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(GLANCE_MS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for a queue", ex);
		}
	}

	/**
	 * A message in the queue.
	 *
	 * @param messageId its id
	 * @param message what it is
	 */
	record Sent(String messageId, OrderMessage message) {
	}

	/**
	 * How a try ended.
	 */
	enum Ending {

		/** As it should. */
		HOLDS,

		/** The batch was cut in a way that proves nothing. */
		CUT,

		/** The queue handed messages out while they were being processed. */
		OVERRUN

	}

}
