package academy.coldstart.grader;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One delivery of messages to a function, as an event source mapping makes it. To deliver
 * the same messages again, receive them again: their receive count goes up.
 *
 * @param records the messages as they were received
 */
public record SqsEvent(@JsonProperty("Records") List<Map<String, Object>> records) {

	public SqsEvent {
		records = List.copyOf(records);
	}

	/**
	 * Receive messages.
	 * @param messages the messages in the order in which they are delivered
	 * @return the delivery
	 */
	public static SqsEvent receive(SqsMessage... messages) {
		return receive(List.of(messages));
	}

	/**
	 * Receive messages.
	 * @param messages the messages in the order in which they are delivered
	 * @return the delivery
	 */
	public static SqsEvent receive(List<SqsMessage> messages) {
		return new SqsEvent(messages.stream().map(SqsMessage::receive).toList());
	}

	/**
	 * Return the same delivery in another order.
	 * @param random the source of the order
	 * @return the delivery, in an order that differs if it has two messages or more
	 */
	public SqsEvent shuffled(Random random) {
		List<Map<String, Object>> other = new ArrayList<>(this.records);
		while (other.size() > 1 && other.equals(this.records)) {
			Collections.shuffle(other, random);
		}
		return new SqsEvent(other);
	}

}
