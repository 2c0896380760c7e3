package academy.coldstart.engine.host;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import academy.coldstart.engine.FunctionHost;
import academy.coldstart.loopback.GuardedListeners;
import academy.coldstart.loopback.LoopbackServer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An environment host that runs nothing: it answers the plug-in and remembers what it was
 * asked. A function whose name begins with {@code broken} cannot be initialized, and an
 * event that contains {@code fail} makes an invocation fail. An event with a number
 * {@code meet} is answered when as many invocations of the same function are under way.
 * An event that contains {@code crash} ends the process of its environment.
 */
public class RecordingFunctionHost implements FunctionHost, AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String LOGS = """
			START
			hello
			END
			REPORT RequestId: a\tDuration: 12.50 ms\tBilled Duration: 13 ms\tMemory Size: 128 MB\t
			""";

	private static final String TOKEN = "a-secret-of-this-test";

	private final LoopbackServer server = new LoopbackServer("function-host");

	private final GuardedListeners listeners = new GuardedListeners(this.server, this::handle);

	private final Map<String, byte[]> archives = new ConcurrentHashMap<>();

	private final List<JsonNode> starts = new CopyOnWriteArrayList<>();

	private final List<JsonNode> invocations = new CopyOnWriteArrayList<>();

	private final List<JsonNode> calls = new CopyOnWriteArrayList<>();

	private final Map<String, Phaser> meetings = new ConcurrentHashMap<>();

	private final List<String> stopped = new CopyOnWriteArrayList<>();

	private final List<String> refused = new CopyOnWriteArrayList<>();

	@Override
	public Map<String, String> variables(InetAddress address) {
		String url = this.listeners.uri(address).toString();
		return Map.of("COLDSTART_HOST_URL", url, "COLDSTART_CALLS_URL", url, "COLDSTART_TOKEN", TOKEN);
	}

	public Map<String, byte[]> archives() {
		return this.archives;
	}

	public List<JsonNode> starts() {
		return this.starts;
	}

	public List<JsonNode> invocations() {
		return this.invocations;
	}

	public List<JsonNode> calls() {
		return this.calls;
	}

	public List<String> stopped() {
		return this.stopped;
	}

	public List<String> refused() {
		return this.refused;
	}

	private boolean handle(Request request, Response response, Callback callback) throws Exception {
		String path = Request.getPathInContext(request);
		byte[] body = Content.Source.asInputStream(request).readAllBytes();
		Answer answer = isTrusted(request) ? answer(request.getMethod(), path, body) : refuse(path);
		response.setStatus(answer.status());
		response.write(true, ByteBuffer.wrap(answer.text().getBytes(StandardCharsets.UTF_8)), callback);
		return true;
	}

	private static boolean isTrusted(Request request) {
		return ("Bearer " + TOKEN).equals(request.getHeaders().get("Authorization"));
	}

	private Answer refuse(String path) {
		this.refused.add(path);
		return new Answer(401, "");
	}

	private Answer answer(String method, String path, byte[] body) {
		return switch (method) {
			case "GET" -> new Answer(200, "{}");
			case "HEAD" -> new Answer(this.archives.containsKey(path) ? 200 : 404, "");
			case "PUT" -> {
				this.archives.put(path, body);
				yield new Answer(201, "");
			}
			case "DELETE" -> {
				this.stopped.add(path);
				yield new Answer(204, "");
			}
			default -> post(path, JSON.readTree(body));
		};
	}

	private Answer post(String path, JsonNode body) {
		if ("/calls".equals(path)) {
			body.forEach(this.calls::add);
			return new Answer(204, "");
		}
		return "/environments".equals(path) ? start(body)
				: invoke(path.replaceAll("/(environments|invocations)", "").substring(1), (ObjectNode) body);
	}

	private Answer start(JsonNode body) {
		this.starts.add(body);
		return body.path("function").asString().startsWith("broken") ? new Answer(422, """
				{"initError": {"errorMessage": "No module named 'orders'",
				  "errorType": "Runtime.ImportModuleError", "stackTrace": []}}""") : new Answer(200, """
				{"initMs": 7.5}""");
	}

	private Answer invoke(String environment, ObjectNode body) {
		this.invocations.add(body.put("environment", environment));
		meet(body.path("arn").asString(), JSON.readTree(body.path("payload").asString()).path("meet").asInt(0));
		boolean fails = body.path("payload").asString().contains("fail");
		String message = JSON.readTree(body.path("payload").asString()).path("message").asString("It failed");
		String payload = fails ? JSON.writeValueAsString(Map.of("errorMessage", message, "errorType", "ValueError"))
				: body.path("payload").asString();
		boolean ended = payload.contains("crash");
		return new Answer(200,
				JSON.writeValueAsString(Map.of("payload", payload, "isError", fails, "logs", LOGS, "ended", ended)));
	}

	private void meet(String arn, int count) {
		if (count == 0) {
			return;
		}
		Phaser meeting = this.meetings.computeIfAbsent(arn, (key) -> new Phaser(count));
		try {
			meeting.awaitAdvanceInterruptibly(meeting.arrive(), 20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (TimeoutException ex) {
			// They did not meet, which the test finds out.
		}
	}

	/**
	 * Tell whether all that were to meet were under way at once.
	 * @param arn the function as it was called
	 * @return whether they met
	 */
	boolean haveMet(String arn) {
		Phaser meeting = this.meetings.get(arn);
		return meeting != null && meeting.getPhase() > 0;
	}

	@Override
	public void close() {
		this.listeners.close();
		this.server.close();
	}

	private record Answer(int status, String text) {
	}

}
