package academy.coldstart.recording;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import academy.coldstart.recording.protocol.RequestHead;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.OutputStreamRequestContent;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to engines over pooled connections and streams bodies both ways.
 */
final class EngineClient implements AutoCloseable {

	private static final int MAX_CONNECTIONS = 1024;

	/** Shorter than the engine's own limit, so that it never closes under a request. */
	private static final Duration IDLE = Duration.ofSeconds(20);

	private static final int COPY_BYTES = 32 * 1024;

	private final HttpClient client;

	EngineClient() {
		this.client = new HttpClient(new HttpClientTransportOverHTTP(1));
		QueuedThreadPool threads = new QueuedThreadPool(64, 2);
		threads.setName("recording-upstream");
		threads.setDaemon(true);
		this.client.setExecutor(threads);
		this.client.setMaxConnectionsPerDestination(MAX_CONNECTIONS);
		this.client.setMaxRequestsQueuedPerDestination(MAX_CONNECTIONS);
		this.client.setIdleTimeout(IDLE.toMillis());
		this.client.setConnectTimeout(2000);
		this.client.setRequestBufferSize(64 * 1024);
		this.client.setMaxResponseHeadersSize(64 * 1024);
		this.client.setFollowRedirects(false);
		this.client.setUserAgentField(null);
		this.client.setDefaultRequestContentType(null);
		this.client.setHttpCookieStore(new HttpCookieStore.Empty());
		try {
			this.client.start();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The way to the engine could not be opened", ex);
		}
		this.client.getProtocolHandlers().clear();
		this.client.getContentDecoderFactories().clear();
	}

	/**
	 * Prepare a request.
	 * @param engine the address of the engine
	 * @param head the head to send
	 * @param patience how long the engine may be silent
	 * @return the request, which may be aborted at any time
	 */
	Request prepare(URI engine, RequestHead head, Duration patience) {
		String query = head.query().encode();
		Request request = this.client.newRequest(URI.create("http://127.0.0.1:" + engine.getPort()))
			.method(head.method())
			.path(head.path() + (query.isEmpty() ? "" : "?" + query))
			.idleTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
		return request.headers((headers) -> {
			headers.clear().add(head.headers());
			headers.put(HttpHeader.HOST, "localhost:" + engine.getPort());
		});
	}

	Answer send(Request request, byte[] body, Duration patience) throws IOException {
		if (body.length > 0 || ResponseHeaders.mayCarryBody(request.getMethod())) {
			request.body(new BytesRequestContent((String) null, body));
		}
		InputStreamResponseListener listener = new InputStreamResponseListener();
		request.send(listener);
		return await(request, listener, patience);
	}

	/**
	 * Send a request while its body comes in.
	 * @param request the request
	 * @param upload the body and its length, or -1 when that is not known
	 * @param patience how long the engine may think once it has the body
	 * @return the answer
	 * @throws IOException when the engine cannot be reached or breaks off
	 */
	Answer send(Request request, Upload upload, Duration patience) throws IOException {
		if (upload.length() >= 0) {
			request.headers((headers) -> headers.put(HttpHeader.CONTENT_LENGTH, upload.length()));
		}
		OutputStreamRequestContent content = new OutputStreamRequestContent(null);
		InputStreamResponseListener listener = new InputStreamResponseListener();
		request.body(content).send(listener);
		try (OutputStream out = content.getOutputStream()) {
			copy(upload.content(), out);
		}
		catch (CallerGone ex) {
			abort(request, ex);
			throw ex;
		}
		catch (IOException ex) {
			// The engine answered before it had everything, or broke off: await tells.
		}
		return await(request, listener, patience);
	}

	/**
	 * Break a request off. Whoever waits for its answer gets the exception.
	 * @param request the request
	 * @param cause why
	 */
	@SuppressWarnings("FutureReturnValueIgnored")
	static void abort(Request request, Throwable cause) {
		request.abort(cause);
	}

	private static void copy(InputStream from, OutputStream to) throws IOException {
		byte[] buffer = new byte[COPY_BYTES];
		int read = from.read(buffer);
		while (read >= 0) {
			to.write(buffer, 0, read);
			read = from.read(buffer);
		}
	}

	private static Answer await(Request request, InputStreamResponseListener listener, Duration patience)
			throws IOException {
		try {
			Response response = listener.get(patience.toMillis(), TimeUnit.MILLISECONDS);
			return new Answer(response, listener.getInputStream());
		}
		catch (TimeoutException ex) {
			abort(request, ex);
			throw new IOException("The engine did not answer within " + patience.toSeconds() + " s", ex);
		}
		catch (ExecutionException ex) {
			throw new IOException("The engine could not be reached: " + ex.getCause(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			abort(request, ex);
			throw new IOException("Interrupted while waiting for the engine", ex);
		}
	}

	@Override
	public void close() {
		try {
			this.client.stop();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The way to the engine could not be closed", ex);
		}
	}

	/**
	 * A body on its way in.
	 *
	 * @param content the body; reading fails with {@link CallerGone} only
	 * @param length its length, or -1 when that is not known
	 */
	record Upload(InputStream content, long length) {
	}

	/**
	 * What the engine answers.
	 *
	 * @param head status and headers
	 * @param body the body as it comes
	 */
	record Answer(Response head, InputStream body) {

		/**
		 * Take the body in, so that the engine need not wait.
		 * @param limit how many bytes at most
		 * @return the same answer
		 * @throws IOException when the engine breaks off
		 */
		Answer takenIn(int limit) throws IOException {
			InputStream beginning = new ByteArrayInputStream(this.body.readNBytes(limit));
			return new Answer(this.head, new SequenceInputStream(beginning, this.body));
		}

	}

	/**
	 * The function broke off, or its process is gone.
	 */
	static final class CallerGone extends IOException implements QuietException {

		CallerGone(@Nullable Throwable cause) {
			super("The caller went away", cause);
		}

	}

}
