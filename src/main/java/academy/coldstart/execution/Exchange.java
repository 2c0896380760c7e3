package academy.coldstart.execution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import academy.coldstart.loopback.CallerConnection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A request and the one answer to it, which any thread may give.
 */
final class Exchange {

	private static final int DRAINED_BYTES = 128 * 1024 * 1024;

	private final Request request;

	private final Response response;

	private final Callback callback;

	private final AtomicBoolean answered = new AtomicBoolean();

	Exchange(Request request, Response response, Callback callback) {
		this.request = request;
		this.response = response;
		this.callback = callback;
	}

	String method() {
		return this.request.getMethod();
	}

	String path() {
		String path = this.request.getHttpURI().getPath();
		return (path != null) ? path : "/";
	}

	String pathAndQuery() {
		String path = this.request.getHttpURI().getPathQuery();
		return (path != null) ? path : "/";
	}

	Optional<String> header(String name) {
		return Optional.ofNullable(this.request.getHeaders().get(name));
	}

	Map<String, String> headers() {
		Map<String, String> headers = new LinkedHashMap<>();
		this.request.getHeaders()
			.forEach((field) -> headers.merge(field.getName().toLowerCase(Locale.ROOT),
					(field.getValue() != null) ? field.getValue() : "", (first, second) -> first + "," + second));
		return headers;
	}

	/**
	 * Return an id that is equal for the requests of one connection.
	 * @return the id
	 */
	String connection() {
		return this.request.getConnectionMetaData().getId();
	}

	InputStream stream() {
		return Content.Source.asInputStream(this.request);
	}

	/**
	 * Read the body.
	 * @param limit the most bytes that are accepted
	 * @return the body, or empty when it is larger
	 */
	Optional<byte[]> body(int limit) {
		try (InputStream in = stream()) {
			byte[] body = in.readNBytes(limit + 1);
			if (body.length <= limit) {
				return Optional.of(body);
			}
			for (long drained = 0, n = 1; n > 0 && drained < DRAINED_BYTES; drained += n) {
				n = in.readNBytes(64 * 1024).length;
			}
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The body of a request could not be read", ex);
		}
	}

	void send(int status, Map<String, String> headers, byte[] body) {
		if (!this.answered.compareAndSet(false, true)) {
			return;
		}
		this.response.setStatus(status);
		headers.forEach((name, value) -> this.response.getHeaders().put(name, value));
		if (!method().equals("HEAD")) {
			this.response.getHeaders().put("Content-Length", body.length);
		}
		this.response.write(true, ByteBuffer.wrap(method().equals("HEAD") ? new byte[0] : body), this.callback);
	}

	/**
	 * Answer piece by piece.
	 * @param status the status
	 * @param headers the headers
	 * @param body the body
	 * @param piece how many bytes are sent at a time
	 * @param rest waits between two pieces, and tells whether to stay slow
	 */
	void sendSlowly(int status, Map<String, String> headers, byte[] body, int piece, BooleanSupplier rest) {
		if (!this.answered.compareAndSet(false, true)) {
			return;
		}
		this.response.setStatus(status);
		headers.forEach((name, value) -> this.response.getHeaders().put(name, value));
		this.response.getHeaders().put("Content-Length", body.length);
		try {
			int from = 0;
			for (boolean slow = true; slow && body.length - from > piece; from += piece) {
				Content.Sink.write(this.response, false, ByteBuffer.wrap(body, from, piece));
				slow = rest.getAsBoolean();
			}
			Content.Sink.write(this.response, true, ByteBuffer.wrap(body, from, body.length - from));
			this.callback.succeeded();
		}
		catch (IOException ex) {
			this.callback.failed(new QuietException.Exception("The sender went away", ex));
		}
	}

	void json(int status, Object value) {
		send(status, Map.of("Content-Type", "application/json"), Json.write(value));
	}

	void text(int status, String text) {
		send(status, Map.of("Content-Type", "text/plain; charset=utf-8"), text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Find out whether the sender still waits. Works once the request was read to the
	 * end.
	 * @return whether it has closed the connection
	 */
	boolean isGone() {
		return CallerConnection.of(this.request).isGone();
	}

	/** Break the connection, as a network that fails. */
	void reset() {
		if (this.answered.compareAndSet(false, true)) {
			CallerConnection.of(this.request).reset();
			this.callback.failed(new QuietException.Exception("The connection was reset"));
		}
	}

	/** Close the connection without an answer. */
	void abort() {
		if (this.answered.compareAndSet(false, true)) {
			this.request.getConnectionMetaData().getConnection().getEndPoint().close();
			this.callback.failed(new QuietException.Exception("The exchange was given up"));
		}
	}

}
