package academy.coldstart.recording;

import java.io.IOException;
import java.nio.ByteBuffer;

import academy.coldstart.recording.EngineClient.CallerGone;
import academy.coldstart.recording.protocol.ErrorWriter;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * The function's end of an exchange.
 */
final class Caller {

	private final Request request;

	private final Response response;

	private final Callback callback;

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
		try {
			Content.Sink.write(this.response, last, ByteBuffer.wrap(bytes, 0, length));
		}
		catch (IOException ex) {
			throw new CallerGone(ex);
		}
	}

	/**
	 * Find out whether the function still waits. Works once its request was read to the
	 * end: nothing more is expected from it before the answer.
	 * @return whether it has closed the connection
	 */
	boolean isGone() {
		EndPoint connection = this.request.getConnectionMetaData().getConnection().getEndPoint();
		try {
			return !connection.isOpen() || connection.fill(BufferUtil.allocate(1)) != 0;
		}
		catch (IOException ex) {
			return true;
		}
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

}
