package academy.coldstart.execution;

import academy.coldstart.execution.CompanionService.Answer;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.InjectedFault;
import academy.coldstart.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;

/**
 * One request to a companion service on its way into the trace.
 */
final class CompanionEntry {

	private final TraceRecorder recorder;

	private final String service;

	private final String environment;

	private final Moment moment;

	private final Exchange exchange;

	private final String id;

	private final double startMs;

	private String request = "";

	private @Nullable InjectedFault fault;

	CompanionEntry(TraceRecorder recorder, String service, CompanionListener.Caller caller, Exchange exchange) {
		this.recorder = recorder;
		this.service = service;
		this.environment = caller.environment();
		this.moment = caller.moment();
		this.exchange = exchange;
		this.id = recorder.nextId('c');
		this.startMs = recorder.now();
	}

	Moment moment() {
		return this.moment;
	}

	void request(String body) {
		this.request = body;
	}

	void fault(@Nullable InjectedFault injected) {
		this.fault = injected;
	}

	void answered(Answer answer, CallOutcome outcome) {
		record(answer.status(), outcome, Body.of(answer.body()));
	}

	void unanswered(CallOutcome outcome) {
		record(0, outcome, Body.empty());
	}

	private void record(int status, CallOutcome outcome, Body response) {
		this.recorder.record(new AwsCall(this.id, this.environment, this.moment.invocation(), this.moment.phase(),
				this.exchange.connection(), null, 1, this.service, this.exchange.method(), this.exchange.path(), "",
				this.startMs, this.recorder.now(), status, (status >= 400) ? Integer.toString(status) : null, null,
				outcome, Body.of(this.request), response, null, this.fault));
	}

}
