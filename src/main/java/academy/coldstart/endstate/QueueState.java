package academy.coldstart.endstate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What was in an SQS queue.
 *
 * @param logicalId its name in the template
 * @param name its name in AWS
 * @param visible how many messages waited to be received
 * @param inFlight how many had been received, and neither deleted nor visible again
 * @param delayed how many were not visible yet
 * @param messages its messages: the visible ones first; in a FIFO queue by group in their
 * sequence, else in the order of their bodies
 */
public record QueueState(String logicalId, String name, long visible, long inFlight, long delayed,
		Kept<Message> messages) implements ResourceState {

	Contents contents() {
		Map<String, String> numbers = new LinkedHashMap<>();
		numbers.put("visible messages", Long.toString(this.visible));
		numbers.put("messages in flight", Long.toString(this.inFlight));
		numbers.put("delayed messages", Long.toString(this.delayed));
		Map<String, Integer> seen = new HashMap<>();
		return new Contents("queue", Map.of(), numbers, "message",
				this.messages.map((message) -> message.entry(seen.merge(message.body().distinct(), 1, Integer::sum))));
	}

	/**
	 * A message.
	 *
	 * @param place where it was
	 * @param body its body
	 * @param receives how often it had been received
	 * @param group its message group, or null in a standard queue
	 * @param attributes the attributes that its sender gave it, in the order of their
	 * names
	 */
	public record Message(Place place, Excerpt body, int receives, @Nullable String group, List<Attribute> attributes) {

		public Message {
			attributes = List.copyOf(attributes);
		}

		private Contents.Entry entry(int occurrence) {
			Map<String, String> values = new LinkedHashMap<>();
			values.put("place", this.place.toString());
			values.put("receives", Integer.toString(this.receives));
			if (this.group != null) {
				values.put("message group", this.group);
			}
			this.attributes.forEach((one) -> values.put("attribute " + one.name(), one.value().distinct()));
			String id = this.body.distinct();
			return new Contents.Entry((occurrence > 1) ? id + " (" + occurrence + ")" : id, values);
		}

	}

	/**
	 * Where a message is within its queue.
	 */
	public enum Place {

		/** Waits to be received. */
		@JsonProperty("visible")
		VISIBLE("visible"),

		/** Was received, and is neither deleted nor visible again. */
		@JsonProperty("in-flight")
		IN_FLIGHT("in flight"),

		/** Is not visible yet. */
		@JsonProperty("delayed")
		DELAYED("delayed");

		private final String words;

		Place(String words) {
			this.words = words;
		}

		/**
		 * Return what it is called.
		 * @return in words, such as {@code in flight}
		 */
		@Override
		public String toString() {
			return this.words;
		}

	}

}
