package academy.coldstart.engine.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An environment host that runs nothing: it answers the plug-in and remembers what it was
 * asked. A function whose name begins with {@code broken} cannot be initialized, and an
 * event that contains {@code fail} makes an invocation fail.
 */
class RecordingFunctionHost implements AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String TOKEN = "a-secret-of-this-test";

	private final HttpServer server;

	private final Map<String, byte[]> archives = new ConcurrentHashMap<>();

	private final List<JsonNode> starts = new CopyOnWriteArrayList<>();

	private final List<JsonNode> invocations = new CopyOnWriteArrayList<>();

	private final List<JsonNode> calls = new CopyOnWriteArrayList<>();

	private final List<String> stopped = new CopyOnWriteArrayList<>();

	private final List<String> refused = new CopyOnWriteArrayList<>();

	RecordingFunctionHost() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	Map<String, String> variables() {
		String url = "http://127.0.0.1:" + this.server.getAddress().getPort();
		return Map.of("COLDSTART_HOST_URL", url, "COLDSTART_CALLS_URL", url, "COLDSTART_TOKEN", TOKEN);
	}

	Map<String, byte[]> archives() {
		return this.archives;
	}

	List<JsonNode> starts() {
		return this.starts;
	}

	List<JsonNode> invocations() {
		return this.invocations;
	}

	List<JsonNode> calls() {
		return this.calls;
	}

	List<String> stopped() {
		return this.stopped;
	}

	List<String> refused() {
		return this.refused;
	}

	private void handle(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
			this.refused.add(path);
			answer(exchange, 401, "{}");
			return;
		}
		switch (exchange.getRequestMethod()) {
			case "HEAD" -> answer(exchange, this.archives.containsKey(path) ? 200 : 404, "");
			case "PUT" -> {
				this.archives.put(path, exchange.getRequestBody().readAllBytes());
				answer(exchange, 201, "");
			}
			case "DELETE" -> {
				this.stopped.add(path);
				answer(exchange, 204, "");
			}
			default -> post(exchange, path, JSON.readTree(exchange.getRequestBody().readAllBytes()));
		}
	}

	private void post(HttpExchange exchange, String path, JsonNode body) throws IOException {
		if ("/calls".equals(path)) {
			body.forEach(this.calls::add);
			answer(exchange, 204, "");
		}
		else if ("/environments".equals(path)) {
			this.starts.add(body);
			if (body.path("function").asString().startsWith("broken")) {
				answer(exchange, 422, """
						{"initError": {"errorMessage": "No module named 'orders'",
						  "errorType": "Runtime.ImportModuleError", "stackTrace": []}}""");
			}
			else {
				answer(exchange, 200, "{\"initMs\": 7.5}");
			}
		}
		else {
			this.invocations.add(body);
			boolean fails = body.path("payload").asString().contains("fail");
			String payload = fails ? "{\"errorMessage\":\"It failed\",\"errorType\":\"ValueError\"}"
					: body.path("payload").asString();
			answer(exchange, 200, JSON
				.writeValueAsString(Map.of("payload", payload, "isError", fails, "logs", "START\nhello\nEND\n")));
		}
	}

	private static void answer(HttpExchange exchange, int status, String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, (bytes.length > 0) ? bytes.length : -1);
		if (bytes.length > 0) {
			exchange.getResponseBody().write(bytes);
		}
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
