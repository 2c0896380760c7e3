package academy.coldstart.execution;

import java.util.Map;
import java.util.Optional;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The Runtime API of one process. Exactly one invocation is in flight, and its response
 * is taken once and only for its request id.
 */
final class RuntimeApi implements Request.Handler {

	/** The largest response that Lambda takes. */
	static final int MAX_RESPONSE_BYTES = 6_291_556;

	private static final String ROOT = "/2018-06-01/runtime/";

	private static final int MAX_ERROR_BYTES = 256 * 1024;

	private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";

	private final Events events;

	private @Nullable Exchange waiting;

	private @Nullable String inFlight;

	private boolean answered;

	private boolean tooLarge;

	private boolean closed;

	RuntimeApi(Events events) {
		this.events = events;
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) {
		Exchange exchange = new Exchange(request, response, callback);
		String path = exchange.path().startsWith(ROOT) ? exchange.path().substring(ROOT.length()) : "";
		switch (exchange.method() + " " + path) {
			case "GET invocation/next" -> next(exchange);
			case "GET restore/next" -> refuse(exchange, 403, "InvalidStateTransition", "SnapStart is not active");
			case "POST init/error" -> initError(exchange);
			default -> invocation(exchange, path.split("/", -1));
		}
		return true;
	}

	/**
	 * Hand an event to the runtime, which has to be waiting for it.
	 * @param requestId the AWS request id
	 * @param headers the headers that describe the invocation
	 * @param event the event
	 */
	void deliver(String requestId, Map<String, String> headers, byte[] event) {
		Exchange runtime;
		synchronized (this) {
			runtime = this.waiting;
			this.waiting = null;
			this.inFlight = requestId;
			this.answered = false;
			this.tooLarge = false;
		}
		if (runtime == null) {
			throw new IllegalStateException("The runtime is not waiting for an event");
		}
		runtime.send(200, headers, event);
	}

	/** Answer nothing any more. */
	void close() {
		Exchange runtime;
		synchronized (this) {
			this.closed = true;
			runtime = this.waiting;
			this.waiting = null;
		}
		if (runtime != null) {
			runtime.abort();
		}
	}

	private void next(Exchange exchange) {
		Exchange abandoned;
		synchronized (this) {
			if (this.closed || (this.inFlight != null && !this.answered)) {
				refuse(exchange, 403, "InvalidStateTransition", "The current invocation has no response yet");
				return;
			}
			abandoned = this.waiting;
			this.waiting = exchange;
			this.inFlight = null;
		}
		if (abandoned != null) {
			abandoned.abort();
			return;
		}
		this.events.waiting();
	}

	private void initError(Exchange exchange) {
		Optional<byte[]> body = exchange.body(MAX_ERROR_BYTES);
		ErrorObject error = ErrorObject.parse(body.orElse(new byte[0]), exchange.header(ERROR_TYPE));
		if (this.events.initFailed(error)) {
			accept(exchange);
		}
		else {
			refuse(exchange, 403, "InvalidStateTransition", "The Init phase is over");
		}
	}

	private void invocation(Exchange exchange, String[] path) {
		boolean known = exchange.method().equals("POST") && path.length == 3 && path[0].equals("invocation");
		if (known && path[2].equals("response")) {
			response(exchange, path[1]);
		}
		else if (known && path[2].equals("error")) {
			error(exchange, path[1]);
		}
		else {
			refuse(exchange, 404, "NotFound", "The Runtime API has no such path");
		}
	}

	private void response(Exchange exchange, String requestId) {
		Optional<byte[]> body = exchange.body(MAX_RESPONSE_BYTES);
		if (!take(exchange, requestId)) {
			return;
		}
		if (body.isEmpty()) {
			synchronized (this) {
				this.tooLarge = true;
			}
			this.events.failed(ErrorObject.of("Function.ResponseSizeTooLarge", "Response payload size exceeded maximum"
					+ " allowed payload size (" + MAX_RESPONSE_BYTES + " bytes).", requestId));
			refuse(exchange, 413, "RequestEntityTooLarge", "The response is larger than 6 MB");
			return;
		}
		this.events.responded(body.get());
		accept(exchange);
	}

	private void error(Exchange exchange, String requestId) {
		Optional<byte[]> body = exchange.body(MAX_RESPONSE_BYTES);
		if (isAboutARefusedResponse(requestId)) {
			accept(exchange);
		}
		else if (take(exchange, requestId)) {
			this.events.failed(ErrorObject.parse(body.orElse(new byte[0]), exchange.header(ERROR_TYPE)));
			accept(exchange);
		}
	}

	// A runtime whose response was too large may report that, which changes nothing.
	private synchronized boolean isAboutARefusedResponse(String requestId) {
		boolean about = this.tooLarge && requestId.equals(this.inFlight);
		this.tooLarge &= !about;
		return about;
	}

	private synchronized boolean take(Exchange exchange, String requestId) {
		if (!requestId.equals(this.inFlight)) {
			refuse(exchange, 400, "InvalidRequestID", "No invocation with this request id is in flight");
			return false;
		}
		if (this.answered || this.closed) {
			refuse(exchange, 403, "InvalidStateTransition", "The invocation has a response already");
			return false;
		}
		this.answered = true;
		return true;
	}

	private static void accept(Exchange exchange) {
		exchange.json(202, Map.of("status", "OK"));
	}

	private static void refuse(Exchange exchange, int status, String type, String message) {
		exchange.json(status, Map.of("errorType", type, "errorMessage", message));
	}

	/**
	 * What the runtime does.
	 */
	interface Events {

		/** The runtime waits for an event: Init, or the invocation, is over. */
		void waiting();

		/**
		 * The Init phase failed.
		 * @param error the error that the runtime reports
		 * @return false when the Init phase was over before
		 */
		boolean initFailed(ErrorObject error);

		/**
		 * The invocation in flight has a response.
		 * @param response the response
		 */
		void responded(byte[] response);

		/**
		 * The invocation in flight failed.
		 * @param error the error that the runtime reports
		 */
		void failed(ErrorObject error);

	}

}
