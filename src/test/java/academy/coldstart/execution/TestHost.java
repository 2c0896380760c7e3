package academy.coldstart.execution;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.coldstart.fault.FaultRules;
import academy.coldstart.isolation.Isolation;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.Trace;
import academy.coldstart.trace.TraceRecorder;
import academy.coldstart.trace.Traces;
import tools.jackson.databind.JsonNode;

/**
 * An environment host with one admitted account, called as the plug-in in the engine
 * calls it.
 */
final class TestHost implements AutoCloseable {

	static final AccountId ACCOUNT = new AccountId("123456789012");

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Traces traces = new Traces();

	private final TraceRecorder recorder = new TraceRecorder(1, ACCOUNT, Clock.systemUTC());

	private final RecordedEndpoint aws = new RecordedEndpoint();

	private final Isolation isolation;

	private final FaultRules rules = new FaultRules(this.recorder, (environment) -> host().kill(ACCOUNT, environment));

	private final EnvironmentHost host;

	TestHost(Isolation isolation, Path directory, LanguageRuntime language, List<CompanionService> companions) {
		this.isolation = isolation;
		this.traces.open(this.recorder);
		this.host = new EnvironmentHost(this.traces, this.aws, this.isolation, FunctionLimits.standard(),
				List.of(language), directory);
		this.host.admit(ACCOUNT, companions, this.rules);
	}

	EnvironmentHost host() {
		return this.host;
	}

	FaultRules rules() {
		return this.rules;
	}

	RecordedEndpoint aws() {
		return this.aws;
	}

	Trace trace() {
		return this.recorder.snapshot();
	}

	TestFunction python(String code) {
		return function(Map.of("app.py", code));
	}

	TestFunction function(Map<String, String> files) {
		return new TestFunction(this, upload(Zips.of(files)));
	}

	TestFunction function(Program program) {
		return new TestFunction(this, upload(Zips.ofBytes(program.files()))).with("handler", program.handler());
	}

	TestFunction copy(TestFunction function) {
		return function.another(this);
	}

	String upload(byte[] archive) {
		String hash = Zips.sha256(archive);
		HttpResponse<String> response = send("PUT", "/archives/" + hash, BodyPublishers.ofByteArray(archive));
		if (response.statusCode() != 201) {
			throw new IllegalStateException("Upload: " + response.statusCode() + " " + response.body());
		}
		return hash;
	}

	Reply post(String path, Object body) {
		HttpResponse<String> response = send("POST", path, BodyPublishers.ofByteArray(Json.write(body)));
		return new Reply(response.statusCode(),
				Json.object(response.body().getBytes(StandardCharsets.UTF_8)).orElseThrow());
	}

	HttpResponse<String> send(String method, String path, BodyPublisher body) {
		return send(method, path, body, this.host.token());
	}

	HttpResponse<String> send(String method, String path, BodyPublisher body, String token) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.host.uri() + path))
			.header("Authorization", "Bearer " + token)
			.method(method, body)
			.build();
		try {
			return this.client.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	static String newId() {
		return UUID.randomUUID().toString();
	}

	@Override
	public void close() {
		this.host.close();
		this.isolation.close();
		this.aws.close();
		this.client.close();
	}

	/**
	 * An answer of the host.
	 *
	 * @param status the HTTP status
	 * @param body the JSON object
	 */
	record Reply(int status, JsonNode body) {
	}

}
