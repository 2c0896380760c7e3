package academy.coldstart.grading.endstate;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;

import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks at the messages of a queue without receiving them: LocalStack tells them, also
 * those in flight, at an address of its own (documentation of LocalStack, SQS, "Query API
 * and developer endpoints"). Receiving would count as a receive, hide messages from a
 * mapping that still works, and move those that were received often enough.
 */
final class QueueContents {

	/** More bytes than this are not read. */
	private static final int MOST_BYTES = 8 * 1024 * 1024;

	private static final JsonMapper JSON = new JsonMapper();

	private final SdkHttpClient http;

	private final URI endpoint;

	private final String place;

	/**
	 * Look at the queues of an account.
	 * @param http the client
	 * @param endpoint the trusted address of the engine
	 * @param region the Region
	 * @param account the account
	 */
	QueueContents(SdkHttpClient http, URI endpoint, String region, String account) {
		this.http = http;
		this.endpoint = endpoint;
		this.place = "/_aws/sqs/messages/" + region + "/" + account + "/";
	}

	/**
	 * Return the messages of a queue, in any state.
	 * @param queue the name of the queue
	 * @return a list of messages as {@code ReceiveMessage} returns them, each with the
	 * attributes {@code IsVisible} and {@code IsDelayed}; empty when they are too much to
	 * be read
	 * @throws IOException when the engine does not tell them
	 */
	Optional<JsonNode> messages(String queue) throws IOException {
		SdkHttpRequest request = SdkHttpRequest.builder()
			.method(SdkHttpMethod.GET)
			.uri(this.endpoint)
			.encodedPath(this.place + queue)
			.putRawQueryParameter("ShowInvisible", "true")
			.putRawQueryParameter("ShowDelayed", "true")
			.putHeader("Host", this.endpoint.getAuthority())
			.putHeader("Content-Type", "application/x-amz-json-1.0")
			.build();
		ExecutableHttpRequest call = this.http.prepareRequest(HttpExecuteRequest.builder().request(request).build());
		HttpExecuteResponse response = call.call();
		int status = response.httpResponse().statusCode();
		if (status != 200) {
			response.responseBody().ifPresent(AbortableInputStream::abort);
			throw new IOException("LocalStack answered with status " + status);
		}
		try (InputStream body = response.responseBody().orElseThrow(() -> new IOException("An empty answer"))) {
			byte[] content = body.readNBytes(MOST_BYTES + 1);
			if (content.length > MOST_BYTES) {
				call.abort();
				return Optional.empty();
			}
			return Optional.of(JSON.readTree(content).path("Messages"));
		}
	}

}
