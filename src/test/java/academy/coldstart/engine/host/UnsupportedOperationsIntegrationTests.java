package academy.coldstart.engine.host;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the real engine does not emulate is refused with an error that says so.
 */
@ExtendWith(SharedEngine.class)
class UnsupportedOperationsIntegrationTests {

	@Test
	void operationThatIsNotEmulatedSaysSo(TestAccount account) throws Exception {
		HttpResponse<String> response = send(request(account, "/bucket/key?select&select-type=2", "s3"));

		assertThat(response.statusCode()).isEqualTo(501);
		assertThat(response.body()).contains("<Code>InternalFailure</Code>",
				"SelectObjectContent of s3 exists on AWS but is not emulated by Coldstart.");
	}

	@Test
	void serviceThatIsNotEmulatedSaysSo(TestAccount account) throws Exception {
		HttpResponse<String> response = send(
				request(account, "/", "kinesis").header("Content-Type", "application/x-amz-json-1.1")
					.header("X-Amz-Target", "Kinesis_20131202.ListStreams"));

		assertThat(response.statusCode()).isEqualTo(501);
		assertThat(response.body()).contains("ListStreams of kinesis exists on AWS but is not emulated by Coldstart.");
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request.POST(HttpRequest.BodyPublishers.ofString("{}")).build(),
					BodyHandlers.ofString());
		}
	}

	private static HttpRequest.Builder request(TestAccount account, String path, String service) {
		return HttpRequest.newBuilder(account.endpoint().resolve(path))
			.header("Authorization", "AWS4-HMAC-SHA256 Credential=" + account.id() + "/20260101/us-east-1/" + service
					+ "/aws4_request, SignedHeaders=host, Signature=0");
	}

}
