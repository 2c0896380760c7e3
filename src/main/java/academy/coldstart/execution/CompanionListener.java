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
		Moment moment = this.caller.moment();
		double startMs = this.recorder.now();
		Optional<byte[]> body = exchange.body(MAX_BODY_BYTES);
		String text = new String(body.orElse(new byte[0]), StandardCharsets.UTF_8);
		Answer answer = body.isEmpty() ? problem(413, "The body is larger than 1 MiB") : answer(exchange, text);
		boolean broken = this.caller.isGone();
		record(exchange, moment, startMs, text, answer, broken);
		if (broken) {
			exchange.abort();
		}
		else {
			Map<String, String> headers = new LinkedHashMap<>(answer.headers());
			headers.keySet().removeIf((name) -> name.equalsIgnoreCase("content-length"));
			exchange.send(answer.status(), headers, answer.body().getBytes(StandardCharsets.UTF_8));
		}
		return true;
	}

	private Answer answer(Exchange exchange, String body) {
		try {
			return this.service.answer(
					new CompanionService.Request(exchange.method(), exchange.pathAndQuery(), exchange.headers(), body),
					this.caller);
		}
		catch (RuntimeException ex) {
			logger.error("Companion service {} failed", this.service.name(), ex);
			return problem(500, "The companion service failed");
		}
	}

	private static Answer problem(int status, String text) {
		return new Answer(status, Map.of("Content-Type", "text/plain; charset=utf-8"), text);
	}

	private void record(Exchange exchange, Moment moment, double startMs, String request, Answer answer,
			boolean broken) {
		boolean failed = !broken && answer.status() >= 400;
		this.recorder.record(new AwsCall(this.recorder.nextId('c'), this.caller.environment(), moment.invocation(),
				moment.phase(), exchange.connection(), null, 1, this.service.name(), exchange.method(), exchange.path(),
				"", startMs, this.recorder.now(), broken ? 0 : answer.status(),
				failed ? Integer.toString(answer.status()) : null, null,
				broken ? CallOutcome.BROKEN : CallOutcome.FORWARDED, Body.of(request),
				broken ? Body.empty() : Body.of(answer.body())));
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

}
