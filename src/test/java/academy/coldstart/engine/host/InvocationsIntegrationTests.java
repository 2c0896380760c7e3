package academy.coldstart.engine.host;

import java.time.Duration;
import java.time.Instant;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.RequestTooLargeException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Invocations on the real engine accept and refuse what Lambda does.
 */
@ExtendWith(SharedEngine.class)
class InvocationsIntegrationTests {

	@Test
	void payloadThatIsNoJsonIsRefused(TestAccount account) {
		String function = account.createFunction("reader");

		assertThatExceptionOfType(InvalidRequestContentException.class)
			.isThrownBy(() -> account.lambda()
				.invoke((request) -> request.functionName("reader").payload(SdkBytes.fromUtf8String("{'a': 1}"))))
			.withMessageContaining("Could not parse request body into json");
		assertThatExceptionOfType(InvalidRequestContentException.class)
			.isThrownBy(() -> account.send("reader", "nothing"));
		assertThat(account.invocations(function)).isEmpty();
	}

	@Test
	void payloadsHaveTheirLimits(TestAccount account) {
		String function = account.createFunction("reader");

		account.send("reader", text(1024 * 1024));
		assertThatExceptionOfType(RequestTooLargeException.class)
			.isThrownBy(() -> account.send("reader", text(1024 * 1024 + 1)))
			.withMessageContaining("too large for the Event invocation type");
		assertThatExceptionOfType(LambdaException.class)
			.isThrownBy(() -> account.lambda()
				.invoke((request) -> request.functionName("reader")
					.payload(SdkBytes.fromUtf8String(text(6 * 1024 * 1024 + 1)))))
			.withMessageContaining("Request must be smaller than 6291456 bytes");

		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(account.invocations(function)).hasSize(1));
	}

	@Test
	void logGoesToTheConfiguredGroup(TestAccount account) {
		account.createFunction("writer");
		CloudWatchLogsClient logs = account.client(CloudWatchLogsClient.builder());
		logs.createLogGroup((request) -> request.logGroupName("/shop/orders"));
		account.lambda()
			.updateFunctionConfiguration((request) -> request.functionName("writer")
				.loggingConfig((config) -> config.logGroup("/shop/orders")));
		account.lambda().waiter().waitUntilFunctionUpdatedV2((request) -> request.functionName("writer"));

		account.lambda().invoke((request) -> request.functionName("writer"));

		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(
					logs.describeLogStreams((request) -> request.logGroupName("/shop/orders")).logStreams())
				.hasSize(1));
		String stream = logs.describeLogStreams((request) -> request.logGroupName("/shop/orders"))
			.logStreams()
			.getFirst()
			.logStreamName();
		assertThat(logs.getLogEvents((request) -> request.logGroupName("/shop/orders").logStreamName(stream)).events())
			.extracting(OutputLogEvent::message)
			.anyMatch((message) -> message.startsWith("hello"));
	}

	@Test
	void metricsCountErrorsThrottlesAndDurations(TestAccount account) {
		account.createFunction("orders");
		account.lambda().invoke((request) -> request.functionName("orders"));
		account.lambda()
			.invoke((request) -> request.functionName("orders").payload(SdkBytes.fromUtf8String("\"fail\"")));
		account.lambda()
			.putFunctionConcurrency((request) -> request.functionName("orders").reservedConcurrentExecutions(0));
		assertThatExceptionOfType(TooManyRequestsException.class)
			.isThrownBy(() -> account.lambda().invoke((request) -> request.functionName("orders")));

		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			assertThat(metric(account, "Invocations").sum()).isEqualTo(2);
			assertThat(metric(account, "Errors").average()).isEqualTo(0.5);
			assertThat(metric(account, "Throttles").sum()).isEqualTo(1);
			assertThat(metric(account, "Duration").maximum()).isEqualTo(12.5);
		});
	}

	private static Datapoint metric(TestAccount account, String name) {
		Instant now = Instant.now();
		return account.client(CloudWatchClient.builder())
			.getMetricStatistics((request) -> request.namespace("AWS/Lambda")
				.metricName(name)
				.dimensions(Dimension.builder().name("FunctionName").value("orders").build())
				.startTime(now.minusSeconds(3600))
				.endTime(now.plusSeconds(3600))
				.period(7200)
				.statistics(Statistic.SUM, Statistic.AVERAGE, Statistic.MAXIMUM))
			.datapoints()
			.stream()
			.findFirst()
			.orElseGet(() -> Datapoint.builder().build());
	}

	private static String text(int bytes) {
		return "\"" + "x".repeat(bytes - 2) + "\"";
	}

}
