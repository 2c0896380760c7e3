package academy.coldstart.execution;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import academy.coldstart.execution.CompanionService.Answer;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.TraceRecorder;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the requests of one process to a companion service and records them beside its
 * AWS calls.
 */
final class CompanionListener implements Request.Handler {

	private static final Logger logger = LoggerFactory.getLogger(CompanionListener.class);

	private static final int MAX_BODY_BYTES = 1024 * 1024;

	private final CompanionService service;

	private final Caller caller;

	private final TraceRecorder recorder;

	CompanionListener(CompanionService service, Caller caller, TraceRecorder recorder) {
		this.service = service;
		this.caller = caller;
		this.recorder = recorder;
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) {
		Exchange exchange = new Exchange(request, response, callback);
		Entry entry = new Entry(exchange, this.caller.moment(), this.recorder.now());
		Optional<byte[]> body = exchange.body(MAX_BODY_BYTES);
		entry.request = new String(body.orElse(new byte[0]), StandardCharsets.UTF_8);
		Answer answer = body.isEmpty() ? problem(413, "The body is larger than 1 MiB") : answer(exchange, entry);
		if (this.caller.isGone()) {
			entry.record(null);
			exchange.abort();
		}
		else {
			entry.record(answer);
			Map<String, String> headers = new LinkedHashMap<>(answer.headers());
			headers.keySet().removeIf((name) -> name.equalsIgnoreCase("content-length"));
			exchange.send(answer.status(), headers, answer.body().getBytes(StandardCharsets.UTF_8));
		}
		return true;
	}

	private Answer answer(Exchange exchange, Entry entry) {
		try {
			return this.service.answer(new CompanionService.Request(exchange.method(), exchange.pathAndQuery(),
					exchange.headers(), entry.request), entry);
		}
		catch (RuntimeException ex) {
			logger.error("Companion service {} failed", this.service.name(), ex);
			return problem(500, "The companion service failed");
		}
	}

	private static Answer problem(int status, String text) {
		return new Answer(status, Map.of("Content-Type", "text/plain; charset=utf-8"), text);
	}

	/**
	 * The process that sends the requests.
	 */
	interface Caller extends CompanionService.Caller {

		/**
		 * Return what the process is doing.
		 * @return the phase with its invocation
		 */
		Moment moment();

		/**
		 * Say whether the process was ended.
		 * @return whether nobody waits for an answer
		 */
		boolean isGone();

	}

	/**
	 * One request on its way into the trace, once: a killed process must find it there.
	 */
	private final class Entry implements CompanionService.Caller {

		private final Exchange exchange;

		private final Moment moment;

		private final double startMs;

		private String request = "";

		private boolean recorded;

		Entry(Exchange exchange, Moment moment, double startMs) {
			this.exchange = exchange;
			this.moment = moment;
			this.startMs = startMs;
		}

		@Override
		public String environment() {
			return CompanionListener.this.caller.environment();
		}

		@Override
		public void kill() {
			record(null);
			CompanionListener.this.caller.kill();
		}

		private void record(@Nullable Answer answer) {
			if (this.recorded) {
				return;
			}
			this.recorded = true;
			TraceRecorder recorder = CompanionListener.this.recorder;
			int status = (answer != null) ? answer.status() : 0;
			recorder.record(new AwsCall(recorder.nextId('c'), environment(), this.moment.invocation(),
					this.moment.phase(), this.exchange.connection(), null, 1, CompanionListener.this.service.name(),
					this.exchange.method(), this.exchange.path(), "", this.startMs, recorder.now(), status,
					(status >= 400) ? Integer.toString(status) : null, null,
					(answer != null) ? CallOutcome.FORWARDED : CallOutcome.BROKEN, Body.of(this.request),
					(answer != null) ? Body.of(answer.body()) : Body.empty(), null));
		}

	}

}
