package academy.coldstart.engine.host;

import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.FilterRuleName;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Events of S3 on the real engine look as on AWS.
 */
@ExtendWith(SharedEngine.class)
class S3EventsIntegrationTests {

	private static final JsonMapper JSON = new JsonMapper();

	@Test
	void keysAreEncodedLikeFormsAndSequencersGrow(TestAccount account) {
		S3Client s3 = account.client(S3Client.builder().forcePathStyle(true));
		String bucket = "photos-" + account.id();
		String queue = account.createQueue("events");
		s3.createBucket((request) -> request.bucket(bucket));
		s3.putBucketNotificationConfiguration((request) -> request.bucket(bucket)
			.notificationConfiguration((configuration) -> configuration.queueConfigurations(to(queue))));
		assertThat(JSON.readTree(account.receive(queue).body()).path("Event").asString()).isEqualTo("s3:TestEvent");

		JsonNode first = object(account, s3, bucket, queue, "my photos/a+b ü.jpg");
		JsonNode second = object(account, s3, bucket, queue, "my photos/a+b ü.jpg");

		assertThat(first.path("key").asString()).isEqualTo("my+photos/a%2Bb+%C3%BC.jpg");
		assertThat(second.path("sequencer").asString()).isGreaterThan(first.path("sequencer").asString());
	}

	private static QueueConfiguration to(String queue) {
		FilterRule prefix = FilterRule.builder().name(FilterRuleName.PREFIX).value("my+photos/").build();
		return QueueConfiguration.builder()
			.queueArn(queue)
			.events(Event.S3_OBJECT_CREATED)
			.filter((filter) -> filter.key((key) -> key.filterRules(prefix)))
			.build();
	}

	private static JsonNode object(TestAccount account, S3Client s3, String bucket, String queue, String key) {
		s3.putObject((request) -> request.bucket(bucket).key(key), RequestBody.fromString("x"));
		List<Message> messages = Awaitility.await().until(() -> account.receiveNow(queue), (some) -> !some.isEmpty());
		return JSON.readTree(messages.getFirst().body()).path("Records").path(0).path("s3").path("object");
	}

}
