package academy.coldstart.engine.host;

import java.time.Duration;
import java.util.Objects;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.lambda.model.PutFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asynchronous events on the real engine are treated as on AWS.
 */
@ExtendWith(SharedEngine.class)
class AsynchronousEventsIntegrationTests {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String FAILING = "{\"order\": \"fail\"}";

	@Test
	void settingsOfTheAliasHoldForCallsOfTheAlias(TestAccount account) {
		String function = functionWithAlias(account, "unlucky");
		String ofAlias = destination(account, "unlucky", "live");
		String ofVersion = destination(account, "unlucky", "1");
		String ofLatest = destination(account, "unlucky", "$LATEST");

		account.send(function + ":live", FAILING);

		assertThat(condition(account.receive(ofAlias))).isEqualTo("RetriesExhausted");
		assertThat(account.invocations(function + ":live")).hasSize(1);
		assertThat(account.receiveNow(ofVersion)).isEmpty();
		assertThat(account.receiveNow(ofLatest)).isEmpty();
	}

	@Test
	void settingsOfAVersionHoldForCallsOfTheVersionOnly(TestAccount account) {
		String function = functionWithAlias(account, "unlucky");
		String ofVersion = destination(account, "unlucky", "1");
		String ofLatest = destination(account, "unlucky", "$LATEST");

		account.send(function + ":1", FAILING);

		assertThat(condition(account.receive(ofVersion))).isEqualTo("RetriesExhausted");
		assertThat(account.invocations(function + ":1")).hasSize(1);
		assertThat(account.receiveNow(ofLatest)).isEmpty();
	}

	@Test
	void settingsOfTheFunctionHoldForCallsWithoutAQualifier(TestAccount account) {
		String function = functionWithAlias(account, "lucky");
		String succeeded = account.createQueue("succeeded");
		account.lambda()
			.putFunctionEventInvokeConfig((request) -> request.functionName("lucky")
				.destinationConfig((config) -> config.onSuccess((success) -> success.destination(succeeded))));

		account.send(function, "{\"order\": 7}");

		assertThat(condition(account.receive(succeeded))).isEqualTo("Success");
	}

	@Test
	void aliasWithoutSettingsGetsTwoRetriesWhateverItsVersionSays(TestAccount account) {
		String function = account.createFunction("unlucky");
		String letters = deadLetters(account, "unlucky");
		alias(account, "unlucky");
		String ofVersion = destination(account, "unlucky", "1");

		account.send(function + ":live", FAILING);

		account.receive(letters);
		assertThat(account.invocations(function + ":live")).hasSize(3);
		assertThat(account.receiveNow(ofVersion)).isEmpty();
	}

	@Test
	void ageIsThatOfTheRealScheduleOfRetries(TestAccount account) {
		String function = account.createFunction("aging");
		String minute = age(account, 60);
		account.send(function, FAILING);
		JsonNode record = JSON.readTree(account.receive(minute).body());

		assertThat(record.path("requestContext").path("condition").asString()).isEqualTo("EventAgeExceeded");
		assertThat(record.path("requestContext").path("approximateInvokeCount").asInt()).isEqualTo(1);
		assertThat(record.path("responsePayload").path("errorMessage").asString()).isEqualTo("It failed");

		String fiveMinutes = age(account, 300);
		account.send(function, FAILING);
		record = JSON.readTree(account.receive(fiveMinutes).body());
		assertThat(record.path("requestContext").path("condition").asString()).isEqualTo("RetriesExhausted");
		assertThat(record.path("requestContext").path("approximateInvokeCount").asInt()).isEqualTo(3);
	}

	@Test
	void deadLetterNamesItsInvocationAndKeepsOneKilobyteOfTheError(TestAccount account) {
		String function = account.createFunction("unlucky");
		String letters = deadLetters(account, "unlucky");

		account.send(function, "{\"order\": \"fail\", \"message\": \"" + "x".repeat(3000) + "\"}");

		Message letter = account.receive(letters);
		assertThat(attribute(letter, "RequestID"))
			.isEqualTo(account.invocations(function).getFirst().path("requestId").asString());
		assertThat(attribute(letter, "ErrorCode")).isEqualTo("200");
		assertThat(attribute(letter, "ErrorMessage")).hasSize(1024).startsWith("xxx");
	}

	@Test
	void eventThatMustNotRunReachesItsDestinationAndItsDeadLetterQueue(TestAccount account) {
		String function = account.createFunction("stopped");
		String letters = deadLetters(account, "stopped");
		String failures = destination(account, "stopped", "$LATEST");
		account.lambda()
			.putFunctionConcurrency((request) -> request.functionName("stopped").reservedConcurrentExecutions(0));

		account.send(function, "{\"order\": 7}");

		assertThat(condition(account.receive(failures))).isEqualTo("ZeroReservedConcurrency");
		Message letter = account.receive(letters);
		assertThat(letter.body()).isEqualTo("{\"order\": 7}");
		assertThat(attribute(letter, "ErrorCode")).isEqualTo("429");
		assertThat(account.invocations(function)).isEmpty();
	}

	@Test
	void functionWithoutALimitHandlesManyEventsAtOnce(TestAccount account) {
		String function = account.createFunction("storm");
		int events = 60;

		for (int i = 0; i < events; i++) {
			account.send(function, "{\"meet\": " + events + "}");
		}

		Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> account.invocations(function).size() >= events);
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> account.functions().haveMet(function));
	}

	private static String functionWithAlias(TestAccount account, String name) {
		String function = account.createFunction(name);
		alias(account, name);
		return function;
	}

	private static void alias(TestAccount account, String function) {
		String version = account.publish(function);
		account.lambda().createAlias((request) -> request.functionName(function).name("live").functionVersion(version));
	}

	private static String destination(TestAccount account, String function, String qualifier) {
		String queue = account.createQueue("failures-of-" + qualifier.replace("$", ""));
		PutFunctionEventInvokeConfigRequest.Builder request = PutFunctionEventInvokeConfigRequest.builder()
			.functionName(function)
			.maximumRetryAttempts(0)
			.destinationConfig((config) -> config.onFailure((failure) -> failure.destination(queue)));
		if (!qualifier.equals("$LATEST")) {
			request.qualifier(qualifier);
		}
		account.lambda().putFunctionEventInvokeConfig(request.build());
		return queue;
	}

	private static String age(TestAccount account, int seconds) {
		String queue = account.createQueue("older-than-" + seconds);
		account.lambda()
			.putFunctionEventInvokeConfig((request) -> request.functionName("aging")
				.maximumEventAgeInSeconds(seconds)
				.destinationConfig((config) -> config.onFailure((failure) -> failure.destination(queue))));
		return queue;
	}

	private static String deadLetters(TestAccount account, String function) {
		String queue = account.createQueue("dead-letters");
		account.lambda()
			.updateFunctionConfiguration(
					(request) -> request.functionName(function).deadLetterConfig((config) -> config.targetArn(queue)));
		account.lambda().waiter().waitUntilFunctionUpdatedV2((request) -> request.functionName(function));
		return queue;
	}

	private static String attribute(Message letter, String name) {
		return Objects.requireNonNull(letter.messageAttributes().get(name)).stringValue();
	}

	private static String condition(Message record) {
		return JSON.readTree(record.body()).path("requestContext").path("condition").asString();
	}

}
