package academy.coldstart.execution;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

import academy.coldstart.trace.Body;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.Invocation.Outcome;
import academy.coldstart.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;

/**
 * One invocation in one process, from the moment the event is handed over.
 */
final class Attempt {

	private final InvocationOrder order;

	private final TraceRecorder recorder;

	private final String environment;

	private final byte[] event;

	private final @Nullable Double initMs;

	private final double startMs;

	private final CompletableFuture<InvocationAnswer> answer = new CompletableFuture<>();

	private volatile double durationMs;

	private volatile byte @Nullable [] response;

	private volatile @Nullable ErrorObject error;

	/**
	 * Begin an invocation.
	 * @param order what the Lambda service wants
	 * @param event the event as the function sees it
	 * @param recorder where it is recorded
	 * @param environment the id of the environment within the trace
	 * @param initMs the Init duration when it is the first in its process
	 */
	Attempt(InvocationOrder order, byte[] event, TraceRecorder recorder, String environment, @Nullable Double initMs) {
		this.order = order;
		this.event = event;
		this.recorder = recorder;
		this.environment = environment;
		this.initMs = initMs;
		this.startMs = recorder.now();
		record(null, null, null, null);
	}

	String requestId() {
		return this.order.requestId();
	}

	byte[] event() {
		return this.event;
	}

	@Nullable Double initMs() {
		return this.initMs;
	}

	CompletableFuture<InvocationAnswer> answer() {
		return this.answer;
	}

	void responded(byte[] payload) {
		this.response = payload;
	}

	void failed(ErrorObject reported) {
		this.error = reported;
	}

	boolean hasResponse() {
		return this.response != null || this.error != null;
	}

	/**
	 * Note that the process ended before it responded.
	 * @param ending why it ended
	 */
	void broken(Ending ending) {
		this.error = ending.error(requestId(), true);
	}

	/** Note that the handler is done now. */
	void stopped() {
		this.durationMs = this.recorder.now() - this.startMs;
	}

	double durationMs() {
		return this.durationMs;
	}

	/**
	 * Record how the invocation ended.
	 * @param outcome how
	 * @param report the figures
	 */
	void finished(Outcome outcome, Report report) {
		ErrorObject reported = this.error;
		record(outcome, report, (reported != null) ? reported.errorType() : null, Body.of(payload()));
	}

	Outcome outcome() {
		return (this.error != null) ? Outcome.FAILED : Outcome.SUCCEEDED;
	}

	InvocationAnswer toAnswer(String logs, AwsEndpoint.Line line) {
		return new InvocationAnswer(line.outward(new String(payload(), StandardCharsets.UTF_8)), this.error != null,
				logs, false);
	}

	private byte[] payload() {
		ErrorObject reported = this.error;
		if (reported != null) {
			return reported.toJson();
		}
		byte[] payload = this.response;
		return (payload != null) ? payload : new byte[0];
	}

	private void record(@Nullable Outcome outcome, @Nullable Report report, @Nullable String errorType,
			@Nullable Body body) {
		Double end = (report != null) ? this.startMs + report.durationMs() : null;
		Double duration = (report != null) ? report.durationMs() : null;
		Long billed = (report != null) ? report.billedMs() : null;
		Long peak = (report != null) ? report.maxMemoryMb() : null;
		this.recorder.record(new Invocation(requestId(), this.environment, this.order.arn(), this.initMs != null,
				this.startMs, end, outcome, errorType, duration, billed, this.initMs, peak, Body.of(this.event), body));
	}

}
