package academy.coldstart.engine.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands in for Lambda and AWS while a function is run once so that the JVM notes which
 * classes functions need: it hands out a few events, the last of which ends the function,
 * and answers every AWS call with nothing.
 */
final class Rehearsal implements AutoCloseable {

	private static final int EVENTS = 2;

	private static final String REFUSED = """
			{"__type": "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",
			 "Message": "The conditional request failed", "Item": {"pk": {"S": "x"}}}""";

	private final HttpServer server;

	private final AtomicInteger events = new AtomicInteger();

	Rehearsal() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::handle);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
	}

	/**
	 * Return the environment variables of the function.
	 * @param handler its handler
	 * @param code its code folder
	 * @return the variables
	 */
	Map<String, String> variables(String handler, String code) {
		String address = "127.0.0.1:" + this.server.getAddress().getPort();
		Map<String, String> variables = new TreeMap<>(Map.of("AWS_REGION", "us-east-1", "AWS_ACCESS_KEY_ID", "none",
				"AWS_SECRET_ACCESS_KEY", "none", "AWS_SESSION_TOKEN", "none", "AWS_LAMBDA_FUNCTION_NAME", "rehearsal",
				"AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256", "AWS_LAMBDA_RUNTIME_API", address));
		variables.put("AWS_ENDPOINT_URL", "http://" + address);
		variables.put("_HANDLER", handler);
		variables.put("LAMBDA_TASK_ROOT", code);
		return variables;
	}

	private void handle(HttpExchange exchange) throws IOException {
		String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		String path = exchange.getRequestURI().getPath();
		if (path.endsWith("/invocation/next")) {
			exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", "rehearsal");
			exchange.getResponseHeaders()
				.add("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 60_000));
			exchange.getResponseHeaders()
				.add("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:::function:rehearsal");
			answer(exchange, 200, (this.events.incrementAndGet() > EVENTS) ? "{\"end\": true}" : "{}");
		}
		else if (path.contains("/runtime/")) {
			answer(exchange, 202, "{}");
		}
		else {
			boolean refused = request.contains("\"refused\"");
			answer(exchange, refused ? 400 : 200, refused ? REFUSED : "{}");
		}
	}

	private static void answer(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
