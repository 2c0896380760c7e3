package academy.coldstart.grader;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * A message as an event source mapping hands it to a function, without a queue: the
 * grader decides when it is received, how often, in which order and by how many at once.
 * Its record is built as
 * <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">AWS documents
 * it</a>.
 */
public final class SqsMessage {

	/** A sequence number has 20 digits. */
	private static final AtomicLong SEQUENCE = new AtomicLong();

	private final String queueArn;

	private final String id;

	private final String body;

	private final Map<String, String> attributes;

	private final @Nullable String group;

	private final String sequence;

	private final long sentMs;

	private final AtomicInteger receives = new AtomicInteger();

	private final AtomicLong firstReceivedMs = new AtomicLong();

	private SqsMessage(String queueArn, String id, String body, Map<String, String> attributes,
			@Nullable String group) {
		this.queueArn = queueArn;
		this.id = id;
		this.body = body;
		this.attributes = new TreeMap<>(attributes);
		this.group = group;
		this.sequence = String.format(Locale.ROOT, "18850%015d", SEQUENCE.addAndGet(256));
		this.sentMs = Instant.now().toEpochMilli();
	}

	/**
	 * Make a message that a queue could hold. It is not sent.
	 * @param queue the queue that it names as its source
	 * @param body a JSON text, or an object to be written as JSON
	 * @return the message
	 */
	public static SqsMessage in(Queue queue, Object body) {
		String[] path = queue.url().split("/", 0);
		return of("arn:aws:sqs:" + Aws.REGION.id() + ":" + path[path.length - 2] + ":" + queue.name(), body);
	}

	/**
	 * Make a message of a queue that need not exist.
	 * @param queueArn the ARN of the queue that it names as its source
	 * @param body a JSON text, or an object to be written as JSON
	 * @return the message
	 */
	public static SqsMessage of(String queueArn, Object body) {
		return new SqsMessage(queueArn, UUID.randomUUID().toString(), Json.write(body), Map.of(), null);
	}

	/**
	 * Return the message as a FIFO queue holds it, in the place that is next.
	 * @param messageGroup its message group
	 * @return the message, not received yet
	 */
	public SqsMessage inGroup(String messageGroup) {
		return new SqsMessage(this.queueArn, this.id, this.body, this.attributes, messageGroup);
	}

	/**
	 * Return the message with one more message attribute.
	 * @param name its name
	 * @param value its value, a string
	 * @return the message, not received yet
	 */
	public SqsMessage withAttribute(String name, String value) {
		Map<String, String> more = new TreeMap<>(this.attributes);
		more.put(name, value);
		return new SqsMessage(this.queueArn, this.id, this.body, more, this.group);
	}

	public String id() {
		return this.id;
	}

	public String body() {
		return this.body;
	}

	/**
	 * Return how often it was received.
	 * @return the count so far
	 */
	public int receives() {
		return this.receives.get();
	}

	// Hand it out once more: with the next receive count and a new receipt handle.
	Map<String, Object> receive() {
		int count = this.receives.incrementAndGet();
		this.firstReceivedMs.compareAndSet(0, Instant.now().toEpochMilli());
		Map<String, Object> message = new LinkedHashMap<>();
		message.put("messageId", this.id);
		message.put("receiptHandle", receipt(count));
		message.put("body", this.body);
		message.put("attributes", system(count));
		message.put("messageAttributes", custom());
		message.put("md5OfBody", md5(this.body));
		message.put("eventSource", "aws:sqs");
		message.put("eventSourceARN", this.queueArn);
		message.put("awsRegion", Aws.REGION.id());
		return message;
	}

	private String receipt(int count) {
		String text = this.id + " " + count + " " + UUID.randomUUID();
		return "AQEB" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private Map<String, String> system(int count) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("ApproximateReceiveCount", String.valueOf(count));
		values.put("SentTimestamp", String.valueOf(this.sentMs));
		values.put("SenderId", "AIDALARKSPURMARKET000");
		values.put("ApproximateFirstReceiveTimestamp", String.valueOf(this.firstReceivedMs.get()));
		if (this.group != null) {
			values.put("SequenceNumber", this.sequence);
			values.put("MessageGroupId", this.group);
			values.put("MessageDeduplicationId", this.id);
		}
		return values;
	}

	private Map<String, Object> custom() {
		Map<String, Object> values = new LinkedHashMap<>();
		this.attributes.forEach((name, value) -> values.put(name, Map.of("stringValue", value, "stringListValues",
				List.of(), "binaryListValues", List.of(), "dataType", "String")));
		return values;
	}

	private static String md5(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has MD5", ex);
		}
	}

}
