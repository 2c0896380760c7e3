package academy.coldstart.graders.wherefailuresgo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import academy.coldstart.grader.Aws;
import academy.coldstart.grader.Queue;
import academy.coldstart.grader.Run;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The queues from which nothing takes messages away. Names are the learner's, so all of
 * the account are looked at.
 */
final class Shelves {

	private static final Duration PAUSE = Duration.ofMillis(600);

	private final List<Queue> queues;

	private List<Seen> seen = List.of();

	private long lookedNanos;

	private Shelves(List<Queue> queues) {
		this.queues = List.copyOf(queues);
		look();
	}

	/**
	 * Find the queues that nobody reads, and let messages be seen there at once and stay
	 * however often they are looked at: looking counts as receiving.
	 * @param run the run
	 * @return the queues
	 */
	static Shelves of(Run run) {
		List<Queue> queues = run.aws()
			.sqs()
			.listQueuesPaginator()
			.queueUrls()
			.stream()
			.map((url) -> arn(run, url))
			.filter((arn) -> run.readers(arn).isEmpty())
			.flatMap((arn) -> run.queueOf(arn).stream())
			.toList();
		queues.forEach(Shelves::steady);
		return new Shelves(queues);
	}

	static String arn(Run run, String url) {
		return "arn:aws:sqs:%s:%s:%s".formatted(Aws.REGION.id(), run.aws().account(),
				url.substring(url.lastIndexOf('/') + 1));
	}

	private static void steady(Queue queue) {
		Map<QueueAttributeName, String> attributes = queue.attributes();
		Map<QueueAttributeName, String> changes = new HashMap<>();
		if (!attributes.getOrDefault(QueueAttributeName.REDRIVE_POLICY, "").isEmpty()) {
			changes.put(QueueAttributeName.REDRIVE_POLICY, "");
		}
		if (!attributes.getOrDefault(QueueAttributeName.DELAY_SECONDS, "0").equals("0")) {
			changes.put(QueueAttributeName.DELAY_SECONDS, "0");
		}
		if (!changes.isEmpty()) {
			queue.change(changes, "made messages visible at once in " + queue.name() + ", and kept them there");
		}
	}

	/**
	 * Look for messages about an order. Whoever asks often is told what was there a
	 * moment ago: looking is work for the engine, which has other things to do.
	 * @param orderId the order
	 * @return what lies there about it
	 */
	List<Find> about(String orderId) {
		if (System.nanoTime() - this.lookedNanos > PAUSE.toNanos()) {
			look();
		}
		return this.seen.stream()
			.filter((one) -> one.envelope().names(orderId))
			.map((one) -> new Find(one.queue(), one.envelope().record(orderId).orElse(null)))
			.toList();
	}

	/**
	 * Tell whether a queue is one of them.
	 * @param arn the ARN of the queue
	 * @return whether it exists, and nobody reads it
	 */
	boolean includes(String arn) {
		return this.queues.stream().anyMatch((queue) -> queue.name().equals(Names.last(arn)));
	}

	/** Look at all queues now. */
	void look() {
		List<Seen> found = new ArrayList<>();
		for (Queue queue : this.queues) {
			// An empty queue may let those wait who want to receive.
			if (queue.depth().visible() > 0) {
				queue.peek().forEach((message) -> found.add(new Seen(queue, new Envelope(message.body()))));
			}
		}
		this.seen = List.copyOf(found);
		this.lookedNanos = System.nanoTime();
	}

	private record Seen(Queue queue, Envelope envelope) {
	}

}
