package academy.coldstart.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;

import academy.coldstart.loopback.CallerConnection;
import academy.coldstart.recording.EngineClient.CallerGone;
import academy.coldstart.recording.protocol.ErrorWriter;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The function's end of an exchange.
 */
final class Caller {

	private final Request request;

	private final Response response;

	private final Callback callback;

	private @Nullable Pace pace;

	Caller(Request request, Response response, Callback callback) {
		this.request = request;
		this.response = response;
		this.callback = callback;
	}

	boolean asksForHeadOnly() {
		return this.request.getMethod().equals("HEAD");
	}

	void begin(int status, HttpFields headers) {
		this.response.setStatus(status);
		this.response.getHeaders().add(headers);
	}

	void length(String bytes) {
		this.response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes);
	}

	void write(boolean last, byte[] bytes, int length) throws CallerGone {
		int from = 0;
		for (Pace slow = this.pace; slow != null && length - from > slow.bytes(); from += slow.bytes()) {
			send(false, bytes, from, slow.bytes());
			if (!slow.rest().getAsBoolean()) {
				this.pace = null;
			}
		}
		send(last, bytes, from, length - from);
	}

	private void send(boolean last, byte[] bytes, int from, int length) throws CallerGone {
		try {
			Content.Sink.write(this.response, last, ByteBuffer.wrap(bytes, from, length));
		}
		catch (IOException ex) {
			throw new CallerGone(ex);
		}
	}

	/**
	 * Find out whether the function still waits. Works once its request was read to the
	 * end.
	 * @return whether it has closed the connection
	 */
	boolean isGone() {
		return CallerConnection.of(this.request).isGone();
	}

	/**
	 * Send what is written from now on piece by piece.
	 * @param slow how fast
	 */
	void slowly(Pace slow) {
		this.pace = slow;
	}

	/** Break the connection, as a network that fails. */
	void reset() {
		CallerConnection.of(this.request).reset();
		abort(new CallerGone(null));
	}

	void done() {
		this.callback.succeeded();
	}

	void abort(Throwable cause) {
		this.callback.failed(cause);
	}

	void error(int status, ErrorWriter.WrittenError error) {
		if (this.response.isCommitted()) {
			abort(new IOException("Broken off"));
			return;
		}
		this.response.reset();
		this.response.setStatus(status);
		error.headers().forEach(this.response.getHeaders()::put);
		if (this.request.getLength() != 0 && !this.request.consumeAvailable()) {
			this.response.getHeaders().put(HttpHeader.CONNECTION, "close");
		}
		byte[] body = asksForHeadOnly() ? new byte[0] : error.body();
		this.response.write(true, ByteBuffer.wrap(body), this.callback);
	}

	/**
	 * How fast an answer is sent.
	 *
	 * @param bytes how much at a time
	 * @param rest waits, and tells whether to stay slow
	 */
	record Pace(int bytes, BooleanSupplier rest) {
	}

}
