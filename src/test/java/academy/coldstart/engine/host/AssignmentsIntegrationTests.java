package academy.coldstart.engine.host;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkBytes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real engine gives events to execution environments as Lambda does.
 */
@ExtendWith(SharedEngine.class)
class AssignmentsIntegrationTests {

	@Test
	void eventDoesNotWaitForACrashedEnvironmentWhileAnotherIsIdle(TestAccount account) {
		String function = account.createFunction("crashing");
		CompletableFuture
			.allOf(Stream.of(1, 2)
				.map((number) -> CompletableFuture.runAsync(() -> invoke(account, "{\"meet\": 2}"),
						Thread.ofVirtual()::start))
				.toArray(CompletableFuture[]::new))
			.join();

		invoke(account, "{\"order\": \"crash\"}");
		invoke(account, "{\"order\": 1}");
		invoke(account, "{\"order\": 2}");

		List<String> environments = account.invocations(function)
			.stream()
			.map((invocation) -> invocation.path("environment").asString())
			.toList();
		String crashed = environments.get(2);
		assertThat(environments.subList(0, 2)).doesNotHaveDuplicates().contains(crashed);
		assertThat(environments.subList(3, 5)).doesNotContain(crashed);
	}

	private static void invoke(TestAccount account, String event) {
		account.lambda().invoke((request) -> request.functionName("crashing").payload(SdkBytes.fromUtf8String(event)));
	}

}
