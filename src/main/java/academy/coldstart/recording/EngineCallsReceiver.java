package academy.coldstart.recording;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

import academy.coldstart.loopback.GuardedListeners;
import academy.coldstart.loopback.LoopbackServer;
import academy.coldstart.recording.protocol.OperationTable;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.Traces;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in the calls that the engine makes by itself, such as those of event source
 * mappings and failure destinations, which pass no line. The plug-in inside the engine
 * reports them with {@code POST /calls}, and asks with {@code POST /decisions} before it
 * makes one.
 */
public final class EngineCallsReceiver implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(EngineCallsReceiver.class);

	private static final int MAX_BYTES = 16 * 1024 * 1024;

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private final String token;

	private final LoopbackServer server = new LoopbackServer("engine-calls");

	private final EngineCalls calls;

	private final @Nullable RecordingProxy proxy;

	private final @Nullable EngineDecisions decisions;

	private final GuardedListeners listeners;

	/**
	 * Start to listen.
	 * @param traces where the calls are recorded
	 * @param token the secret that the plug-in sends as a bearer token
	 */
	public EngineCallsReceiver(Traces traces, String token) {
		this(traces, token, null);
	}

	/**
	 * Start to listen, and to decide with {@code POST /decisions} whether the engine may
	 * make a call.
	 * @param traces where the calls are recorded
	 * @param token the secret that the plug-in sends as a bearer token
	 * @param proxy knows the accounts in which calls are decided, or null when none are
	 */
	public EngineCallsReceiver(Traces traces, String token, @Nullable RecordingProxy proxy) {
		this.token = token;
		OperationTable table = OperationTable.load();
		this.calls = new EngineCalls(traces, table);
		this.proxy = proxy;
		this.decisions = (proxy != null) ? new EngineDecisions(proxy, table) : null;
		this.listeners = new GuardedListeners(this.server, this::handle);
	}

	/**
	 * Return where the plug-in reports to, with {@code POST /calls}.
	 * @return an address without a path
	 */
	public URI uri() {
		return this.listeners.uri();
	}

	/**
	 * Return where a plug-in reports to which knows this machine by another address than
	 * that of the loopback interface, and listen there.
	 * @param address an address of this machine
	 * @return an address without a path
	 */
	public URI uri(InetAddress address) {
		return this.listeners.uri(address);
	}

	private boolean handle(Request request, Response response, Callback callback) {
		Thread.ofVirtual().name("engine-calls").start(() -> {
			Received received = receive(request);
			response.setStatus(received.status());
			if (!request.consumeAvailable()) {
				response.getHeaders().put(HttpHeader.CONNECTION, "close");
			}
			response.write(true, ByteBuffer.wrap(received.answer().getBytes(StandardCharsets.UTF_8)), callback);
		});
		return true;
	}

	private Received receive(Request request) {
		if (!isAuthorized(request.getHeaders().get(HttpHeader.AUTHORIZATION))) {
			return Received.of(401);
		}
		String path = String.valueOf(request.getHttpURI().getPath());
		boolean known = path.equals("/calls") || (path.equals("/decisions") && this.decisions != null);
		if (!request.getMethod().equals("POST") || !known) {
			return Received.of(404);
		}
		try (InputStream in = Content.Source.asInputStream(request)) {
			byte[] body = in.readNBytes(MAX_BYTES + 1);
			return (body.length > MAX_BYTES) ? Received.of(413) : receive(path, body);
		}
		catch (IOException | JacksonException | IllegalArgumentException ex) {
			return Received.of(400);
		}
		catch (RuntimeException ex) {
			// Whoever asks has to hear that at once, and asks again.
			logger.warn("A question of the engine could not be answered: {}", ex.toString());
			return Received.of(503);
		}
	}

	private Received receive(String path, byte[] body) {
		if (path.equals("/decisions") && this.decisions != null) {
			EngineQuestion question = JSON.readValue(body, EngineQuestion.class);
			return new Received(200, JSON.writeValueAsString(this.decisions.decide(question)));
		}
		JSON.readValue(body, new TypeReference<List<EngineCall>>() {
		}).forEach(this::record);
		return Received.of(204);
	}

	private void record(EngineCall call) {
		this.calls.record(call);
		if (Boolean.TRUE.equals(call.undecided()) && this.proxy != null) {
			this.proxy.undecided(new AccountId(call.account()), call.operation() + " of " + call.service());
		}
	}

	private boolean isAuthorized(@Nullable String authorization) {
		return MessageDigest.isEqual(String.valueOf(authorization).getBytes(StandardCharsets.UTF_8),
				("Bearer " + this.token).getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public void close() {
		this.listeners.close();
		this.server.close();
	}

	private record Received(int status, String answer) {

		private static Received of(int status) {
			return new Received(status, "");
		}

	}

}
