package academy.coldstart.engine.host;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.UpdateRuntimeOn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the real engine does not emulate is refused with an error that says so.
 */
@ExtendWith(SharedEngine.class)
class UnsupportedOperationsIntegrationTests {

	@Test
	void operationThatIsNotEmulatedSaysSo(TestAccount account) {
		account.createFunction("orders");

		assertThatExceptionOfType(LambdaException.class)
			.isThrownBy(() -> account.lambda()
				.putRuntimeManagementConfig(
						(request) -> request.functionName("orders").updateRuntimeOn(UpdateRuntimeOn.AUTO)))
			.withMessageContaining(
					"PutRuntimeManagementConfig of lambda exists on AWS but is not emulated by Coldstart.")
			.satisfies((error) -> assertThat(error.statusCode()).isEqualTo(501));
	}

	// Kinesis is what streams of DynamoDB depend on, so the engine could start it.
	@Test
	void serviceThatIsNotEmulatedSaysSo(TestAccount account) throws Exception {
		HttpResponse<String> response = send(HttpRequest.newBuilder(account.endpoint().resolve("/"))
			.header("Authorization",
					"AWS4-HMAC-SHA256 Credential=" + account.id()
							+ "/20260101/us-east-1/kinesis/aws4_request, SignedHeaders=host, Signature=0")
			.header("Content-Type", "application/x-amz-json-1.1")
			.header("X-Amz-Target", "Kinesis_20131202.ListStreams"));

		assertThat(response.body()).contains("ListStreams of kinesis exists on AWS but is not emulated by Coldstart.");
		assertThat(response.statusCode()).isEqualTo(501);
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build()) {
			return client.send(request.POST(HttpRequest.BodyPublishers.ofString("{}")).build(),
					BodyHandlers.ofString());
		}
	}

}
