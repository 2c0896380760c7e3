package academy.coldstart.recording;

import java.io.IOException;

import academy.coldstart.fault.Effect;
import academy.coldstart.fault.Strike;
import academy.coldstart.recording.EngineClient.CallerGone;
import academy.coldstart.recording.protocol.AwsError;
import academy.coldstart.recording.protocol.RecognizedCall;
import academy.coldstart.recording.protocol.ServiceErrors;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.CallOutcome;

/**
 * A call that is allowed to pass, on its way to the engine and back, with what the
 * grader's rules want done to it. Whatever that leads to is no fault of the platform.
 */
final class Passage {

	/** How much of an answer is taken in before it is passed on late. */
	private static final int HELD_BYTES = 16 * 1024 * 1024;

	private final Line line;

	private final Caller caller;

	private final CallEntry entry;

	private final RecognizedCall call;

	private final Strike strike;

	Passage(Line line, Caller caller, CallEntry entry, RecognizedCall call, Strike strike) {
		this.line = line;
		this.caller = caller;
		this.entry = entry;
		this.call = call;
		this.strike = strike;
	}

	void run(Service service, Addresses addresses) throws IOException {
		this.entry.fault(this.strike.describe(null));
		if (!this.strike.delay(Effect.Point.BEFORE, this::isGone)) {
			lost();
			return;
		}
		Reply reply = new Reply(this.line, this.caller, this.entry, this.call);
		switch (this.strike.effect()) {
			case null -> pass(service, reply, addresses);
			case Effect.Throttle throttle ->
				reply.error(ServiceErrors.throttling(this.call, throttle.message()), CallOutcome.FAULTED);
			case Effect.ServerError error ->
				reply.error(ServiceErrors.unavailable(this.call, error.status(), error.message()), CallOutcome.FAULTED);
			case Effect.Failure failure ->
				reply.error(new AwsError(failure.status(), failure.code(), failure.message()), CallOutcome.FAULTED);
		}
	}

	private void pass(Service service, Reply reply, Addresses addresses) throws IOException {
		EngineClient.Answer answer = service.send();
		this.entry.fault(this.strike.describe(answer.head().getStatus()));
		if (this.strike.delaysReply()) {
			answer = answer.takenIn(HELD_BYTES);
			if (!this.strike.delay(Effect.Point.AFTER, this::isGone)) {
				lost();
				return;
			}
		}
		reply.pass(answer, addresses);
	}

	private void lost() {
		this.entry.complete(0, CallOutcome.FAULTED, null, Body.empty());
		this.caller.abort(new CallerGone(null));
	}

	private boolean isGone() {
		boolean upload = this.call.operation() != null && this.call.operation().isUpload();
		return this.line.isClosed() || (!upload && this.caller.isGone());
	}

	/**
	 * Sends the request to the engine.
	 */
	@FunctionalInterface
	interface Service {

		EngineClient.Answer send() throws IOException;

	}

}
