package academy.coldstart.recording;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import academy.coldstart.loopback.LoopbackListener;
import academy.coldstart.loopback.LoopbackServer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A real HTTP server in the engine's place that keeps what it is sent and answers what a
 * test tells it to.
 */
final class FakeEngine implements AutoCloseable {

	private final LoopbackServer server = new LoopbackServer("fake-engine");

	private final LoopbackListener listener = this.server.open(this::handle);

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private volatile Function<Received, Answer> answers = (request) -> request.method().equals("HEAD")
			? Answer.xml(404, "") : Answer.json(200, "{}");

	URI uri() {
		return URI.create("http://localhost:" + this.listener.uri().getPort());
	}

	void answer(Function<Received, Answer> how) {
		this.answers = how;
	}

	void answer(Answer answer) {
		this.answers = (request) -> answer;
	}

	List<Received> received() {
		return this.received;
	}

	Received last() {
		return this.received.getLast();
	}

	private boolean handle(Request request, Response response, Callback callback) {
		Thread.ofVirtual().start(() -> {
			try {
				serve(request, response);
				callback.succeeded();
			}
			catch (IOException ex) {
				callback.failed(ex);
			}
		});
		return true;
	}

	private void serve(Request request, Response response) throws IOException {
		Received seen = receive(request);
		this.received.add(seen);
		Answer answer = this.answers.apply(seen);
		response.setStatus(answer.status());
		response.getHeaders().add(answer.headers());
		if (answer.zeros() > 0) {
			zeros(response, answer.zeros());
			return;
		}
		byte[] body = seen.method().equals("HEAD") ? new byte[0] : answer.body().getBytes(StandardCharsets.ISO_8859_1);
		Content.Sink.write(response, true, ByteBuffer.wrap(body));
	}

	private static Received receive(Request request) throws IOException {
		try (InputStream in = Content.Source.asInputStream(request)) {
			byte[] beginning = in.readNBytes(1024 * 1024);
			long size = beginning.length + in.transferTo(OutputStream.nullOutputStream());
			return new Received(request.getMethod(), request.getHttpURI().getPathQuery(),
					HttpFields.build(request.getHeaders()).asImmutable(),
					new String(beginning, StandardCharsets.ISO_8859_1), size);
		}
	}

	private static void zeros(Response response, long count) throws IOException {
		response.getHeaders().put(HttpHeader.CONTENT_LENGTH, count);
		byte[] chunk = new byte[64 * 1024];
		long left = count;
		while (left > 0) {
			int now = (int) Math.min(left, chunk.length);
			left -= now;
			Content.Sink.write(response, left == 0, ByteBuffer.wrap(chunk, 0, now));
		}
	}

	@Override
	public void close() {
		this.listener.close();
		this.server.close();
	}

	/**
	 * A request that came through.
	 *
	 * @param method the method
	 * @param target path and query
	 * @param headers the headers
	 * @param body the first MiB of the body, one character for each byte
	 * @param size the size of the body
	 */
	record Received(String method, String target, HttpFields headers, String body, long size) {

		String header(String name) {
			return String.valueOf(this.headers.get(name));
		}

	}

	/**
	 * What to answer.
	 *
	 * @param status the status
	 * @param headers the headers
	 * @param body the body, one character for each byte
	 * @param zeros how many zeros to send instead of the body
	 */
	record Answer(int status, HttpFields headers, String body, long zeros) {

		static Answer json(int status, String body) {
			return of(status, "application/x-amz-json-1.0", body);
		}

		static Answer xml(int status, String body) {
			return of(status, "text/xml", body);
		}

		static Answer of(int status, String type, String body) {
			return new Answer(status, HttpFields.build().put(HttpHeader.CONTENT_TYPE, type), body, 0);
		}

		static Answer object(long size) {
			return new Answer(200, HttpFields.build().put(HttpHeader.CONTENT_TYPE, "binary/octet-stream"), "", size);
		}

		Answer with(String name, String value) {
			return new Answer(this.status, HttpFields.build(this.headers).put(name, value), this.body, this.zeros);
		}

	}

}
