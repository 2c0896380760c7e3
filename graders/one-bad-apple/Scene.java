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

	private static final long GLANCE_MS = 100;

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
		throw overrun();
	}

	private Ending play(int seconds) {
		this.traffic.source().queue().purge();
		this.traffic.hurry(seconds, receives());
		List<Sent> sent = send();
		return this.traffic.run()
			.await("the queue " + this.traffic.source().name() + " to be done with its messages",
					SLACK.plusSeconds((long) seconds * receives()))
			.until(() -> look(sent, seconds), Optional::isPresent, (last) -> unfinished(sent))
			.orElseThrow();
	}

	private Optional<Ending> look(List<Sent> sent, int seconds) {
		Optional<Ending> ending = judge(sent, seconds);
		if (ending.isEmpty()) {
			pause();
		}
		return ending;
	}

	private RuntimeException overrun() {
		return new IllegalStateException("The queue " + this.traffic.source().name()
				+ " handed messages out twice even with a visibility timeout of " + VISIBILITY.getLast() + " s");
	}

	private LearnerFailure unfinished(List<Sent> sent) {
		List<String> open = sent.stream()
			.filter((one) -> this.service.mails(one.message()) == 0 && !this.traffic.isDeadLetter(one.messageId()))
			.map((one) -> one.message().name() + " after " + deliveries(one).size() + " deliveries")
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
	 * @param seconds the visibility timeout
	 * @return how it ended, or empty while that is not clear
	 */
	abstract Optional<Ending> judge(List<Sent> sent, int seconds);

	final List<Sent> send(List<OrderMessage> messages, String text) {
		List<String> ids = this.traffic.source()
			.queue()
			.send(messages.stream().map(OrderMessage::outgoing).toList(), text);
		return IntStream.range(0, ids.size())
			.mapToObj((n) -> new Sent(ids.get(n), messages.get(n)))
			.toList();
	}

	final List<Invocation> deliveries(Sent sent) {
		return this.traffic.deliveries(sent.messageId());
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
	 * Tell whether a message is gone: not in the queue, not on its way, not a dead letter.
	 * @param sent the message
	 * @return whether nobody will see it again
	 */
	final boolean isGone(Sent sent) {
		List<Invocation> deliveries = deliveries(sent);
		if (deliveries.isEmpty() || deliveries.getLast().endMs() == null || isKept(sent)) {
			return false;
		}
		// A message that just moves is in neither queue for a moment.
		pause();
		return !isKept(sent) && deliveries(sent).size() == deliveries.size();
	}

	private boolean isKept(Sent sent) {
		return this.traffic.hasMessages() || this.traffic.isDeadLetter(sent.messageId());
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
