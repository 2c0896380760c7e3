package academy.coldstart.graders.onebadapple;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Messages as Lambda hands them to a function, all in one event.
 *
 * @param sourceArn the ARN of the queue that they come from
 * @param entries the messages in the order of the queue
 */
record Batch(String sourceArn, List<Entry> entries) {

	private static final long SENT_AT = 1_795_000_000_000L;

	Batch {
		entries = List.copyOf(entries);
	}

	static Batch of(Source source, List<OrderMessage> messages) {
		return new Batch(source.mapping().sourceArn(), messages.stream().map(Entry::new).toList());
	}

	List<String> ids() {
		return this.entries.stream().map(Entry::messageId).toList();
	}

	List<OrderMessage> messages() {
		return this.entries.stream().map(Entry::message).toList();
	}

	/**
	 * Return the event.
	 * @return the event with a record for each message
	 */
	Map<String, Object> event() {
		List<Map<String, Object>> records = new ArrayList<>();
		for (int i = 0; i < this.entries.size(); i++) {
			records.add(record(this.entries.get(i), i));
		}
		return Map.of("Records", records);
	}

	private Map<String, Object> record(Entry entry, int position) {
		Map<String, Object> record = new LinkedHashMap<>();
		record.put("messageId", entry.messageId());
		record.put("receiptHandle", "AQEB" + entry.messageId().replace("-", ""));
		record.put("body", entry.message().body());
		record.put("attributes", attributes(entry, position));
		record.put("messageAttributes", Map.of());
		record.put("md5OfBody", "0123456789abcdef0123456789abcdef");
		record.put("eventSource", "aws:sqs");
		record.put("eventSourceARN", this.sourceArn);
		record.put("awsRegion", "us-east-1");
		return record;
	}

	private static Map<String, String> attributes(Entry entry, int position) {
		Map<String, String> attributes = new LinkedHashMap<>();
		attributes.put("ApproximateReceiveCount", String.valueOf(entry.receives()));
		attributes.put("SentTimestamp", String.valueOf(SENT_AT + position));
		attributes.put("SenderId", "AIDALARKSPUR");
		attributes.put("ApproximateFirstReceiveTimestamp", String.valueOf(SENT_AT + 100));
		String group = entry.message().group();
		if (group != null) {
			attributes.put("SequenceNumber", String.valueOf(18_850_000_000_000_000L + position * 256L));
			attributes.put("MessageGroupId", group);
			attributes.put("MessageDeduplicationId", entry.messageId());
		}
		return attributes;
	}

	/**
	 * A message in a batch.
	 *
	 * @param messageId its id
	 * @param message what it is
	 * @param receives how often it was received, this time included
	 */
	record Entry(String messageId, OrderMessage message, int receives) {

		Entry(OrderMessage message) {
			this(UUID.randomUUID().toString(), message, 1);
		}

		Entry again() {
			return new Entry(this.messageId, this.message, this.receives + 1);
		}

	}

}
