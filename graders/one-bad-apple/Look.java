package academy.coldstart.graders.onebadapple;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import academy.coldstart.trace.Invocation;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * What one glance shows of a queue: deliveries as they were recorded, and, if somebody
 * asks, what is in the queues. It does not change while it is looked at.
 */
final class Look {

	private final Traffic traffic;

	private final List<Invocation> invocations;

	private @Nullable Boolean empty;

	private @Nullable Set<String> deadLetters;

	Look(Traffic traffic) {
		this.traffic = traffic;
		this.invocations = traffic.run().trace().timeline().invocations();
	}

	/**
	 * Return the invocations that a message was in.
	 * @param messageId the message
	 * @return the invocations in the order in which they began
	 */
	List<Invocation> deliveries(String messageId) {
		return this.invocations.stream()
			.filter((invocation) -> String.valueOf(invocation.event().text()).contains(messageId))
			.toList();
	}

	/**
	 * Tell whether a message was handled so many times.
	 * @param messageId the message
	 * @param times how often
	 * @return whether that many deliveries have ended
	 */
	boolean isDelivered(String messageId, int times) {
		List<Invocation> deliveries = deliveries(messageId);
		return deliveries.size() >= times && deliveries.get(times - 1).endMs() != null;
	}

	/**
	 * Tell whether the queue has no message, visible or not.
	 * @return whether nothing is left in it
	 */
	boolean isEmpty() {
		if (this.empty == null) {
			this.empty = this.traffic.source().queue().depth().isEmpty();
		}
		return this.empty;
	}

	boolean isDeadLetter(String messageId) {
		if (this.deadLetters == null) {
			this.deadLetters = this.traffic.deadLetters()
				.map((queue) -> queue.peek().stream().map(Message::messageId).collect(Collectors.toUnmodifiableSet()))
				.orElse(Set.of());
		}
		return this.deadLetters.contains(messageId);
	}

	/**
	 * Tell whether a message is gone: delivered, not in the queue, not a dead letter.
	 * @param messageId the message
	 * @return whether nobody will see it again
	 */
	boolean isGone(String messageId) {
		List<Invocation> deliveries = deliveries(messageId);
		return !deliveries.isEmpty() && deliveries.getLast().endMs() != null && isEmpty() && !isDeadLetter(messageId);
	}

}
