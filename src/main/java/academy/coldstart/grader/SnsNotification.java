package academy.coldstart.grader;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A notification as SNS delivers it, without a topic. Its forms are those that AWS
 * documents for
 * <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html">functions</a> and
 * for <a href=
 * "https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html">queues</a>.
 *
 * @param topicArn the topic that it names as its source
 * @param id the message id, which every delivery of it repeats
 * @param message the message
 * @param sentAt when it was published
 * @param attributes the message attributes, all of them strings
 */
public record SnsNotification(String topicArn, String id, String message, Instant sentAt,
		Map<String, String> attributes) {

	/** Nothing here signs messages. */
	private static final String SIGNATURE = "ZXhhbXBsZSBzaWduYXR1cmU=";

	private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter
		.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	public SnsNotification {
		attributes = new TreeMap<>(attributes);
	}

	/**
	 * Make a notification of a topic. It is not published.
	 * @param topic the topic
	 * @param message a JSON text, or an object to be written as JSON
	 * @return the notification
	 */
	public static SnsNotification of(Topic topic, Object message) {
		return of(topic.arn(), message);
	}

	/**
	 * Make a notification of a topic that need not exist.
	 * @param topicArn the ARN of the topic
	 * @param message a JSON text, or an object to be written as JSON
	 * @return the notification
	 */
	public static SnsNotification of(String topicArn, Object message) {
		return new SnsNotification(topicArn, UUID.randomUUID().toString(), Json.write(message),
				Instant.now().truncatedTo(ChronoUnit.MILLIS), Map.of());
	}

	/**
	 * Return the notification with one more attribute.
	 * @param name its name
	 * @param value its value, a string
	 * @return the notification
	 */
	public SnsNotification withAttribute(String name, String value) {
		Map<String, String> more = new TreeMap<>(this.attributes);
		more.put(name, value);
		return new SnsNotification(this.topicArn, this.id, this.message, this.sentAt, more);
	}

	/**
	 * Return the event that a subscribed function gets.
	 * @return the event with one record, as SNS never sends more
	 */
	public Map<String, Object> event() {
		Map<String, Object> sns = fields("SigningCertUrl", "UnsubscribeUrl");
		Map<String, Object> one = new LinkedHashMap<>();
		one.put("EventSource", "aws:sns");
		one.put("EventVersion", "1.0");
		one.put("EventSubscriptionArn", subscription());
		one.put("Sns", sns);
		return Map.of("Records", List.of(one));
	}

	/**
	 * Return the message that a subscribed queue gets without raw delivery.
	 * @return the envelope as JSON text, to be the body of an {@link SqsMessage}
	 */
	public String envelope() {
		Map<String, Object> envelope = fields("SigningCertURL", "UnsubscribeURL");
		if (this.attributes.isEmpty()) {
			envelope.remove("MessageAttributes");
		}
		return Json.write(envelope);
	}

	private Map<String, Object> fields(String certificate, String unsubscribe) {
		String region = Aws.REGION.id();
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("Type", "Notification");
		fields.put("MessageId", this.id);
		fields.put("TopicArn", this.topicArn);
		fields.put("Message", this.message);
		fields.put("Timestamp", TIMESTAMP.format(this.sentAt));
		fields.put("SignatureVersion", "1");
		fields.put("Signature", SIGNATURE);
		fields.put(certificate, "https://sns." + region + ".amazonaws.com/SimpleNotificationService.pem");
		fields.put(unsubscribe,
				"https://sns." + region + ".amazonaws.com/?Action=Unsubscribe&SubscriptionArn=" + subscription());
		fields.put("MessageAttributes", custom());
		return fields;
	}

	private Map<String, Object> custom() {
		Map<String, Object> values = new LinkedHashMap<>();
		this.attributes.forEach((name, value) -> values.put(name, Map.of("Type", "String", "Value", value)));
		return values;
	}

	private String subscription() {
		return this.topicArn + ":" + UUID.nameUUIDFromBytes(this.topicArn.getBytes(StandardCharsets.UTF_8));
	}

}
