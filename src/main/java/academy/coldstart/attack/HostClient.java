package academy.coldstart.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

import academy.coldstart.execution.EnvironmentHost;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the environment host as the plug-in inside the engine does.
 */
final class HostClient implements AutoCloseable {

	private static final JsonMapper MAPPER = new JsonMapper();

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI uri;

	private final String token;

	HostClient(EnvironmentHost host) {
		this.uri = host.uri();
		this.token = host.token();
	}

	/**
	 * Hand over code.
	 * @param archive a zip archive
	 * @return its hash
	 */
	String upload(byte[] archive) {
		String hash = sha256(archive);
		require(201, send("PUT", "/archives/" + hash, archive));
		return hash;
	}

	/**
	 * Start an environment.
	 * @param plan what it is
	 * @return what the Init phase came to: an error, or an answer without one
	 */
	FunctionAnswer start(Map<String, Object> plan) {
		HttpResponse<String> response = send("POST", "/environments", MAPPER.writeValueAsBytes(plan));
		if (response.statusCode() == 422) {
			return new FunctionAnswer(MAPPER.readTree(response.body()).path("initError").toString(), true, "");
		}
		require(200, response);
		return new FunctionAnswer("", false, "");
	}

	FunctionAnswer invoke(String environment, String arn, Object event) {
		Map<String, Object> order = Map.of("requestId", UUID.randomUUID().toString(), "arn", arn, "payload",
				MAPPER.writeValueAsString(event));
		HttpResponse<String> response = send("POST", "/environments/" + environment + "/invocations",
				MAPPER.writeValueAsBytes(order));
		require(200, response);
		JsonNode answer = MAPPER.readTree(response.body());
		return new FunctionAnswer(answer.path("payload").asString(""), answer.path("isError").asBoolean(),
				answer.path("logs").asString(""));
	}

	void stop(String environment) {
		send("DELETE", "/environments/" + environment, new byte[0]);
	}

	private HttpResponse<String> send(String method, String path, byte[] body) {
		HttpRequest request = HttpRequest.newBuilder(this.uri.resolve(path))
			.header("Authorization", "Bearer " + this.token)
			.method(method, BodyPublishers.ofByteArray(body))
			.build();
		try {
			return this.client.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The environment host cannot be reached", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while a function was called", ex);
		}
	}

	private static void require(int status, HttpResponse<String> response) {
		if (response.statusCode() != status) {
			throw new IllegalStateException("The environment host answered " + response.statusCode() + ": "
					+ FunctionAnswer.brief(response.body()));
		}
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	@Override
	public void close() {
		this.client.close();
	}

}
