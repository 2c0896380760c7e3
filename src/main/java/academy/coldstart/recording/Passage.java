package academy.coldstart.recording;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import academy.coldstart.fault.Effect;
import academy.coldstart.fault.Effect.Point;
import academy.coldstart.fault.Strike;
import academy.coldstart.recording.Caller.Pace;
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
		if (!this.strike.hold(Point.BEFORE, this::isGone)) {
			lose();
			return;
		}
		switch (this.strike.effect()) {
			case null -> pass(service, addresses);
			case Effect.Throttle throttle -> fail(ServiceErrors.throttling(this.call, throttle.message()));
			case Effect.ServerError error ->
				fail(ServiceErrors.unavailable(this.call, error.status(), error.message()));
			case Effect.Failure failure -> fail(new AwsError(failure.status(), failure.code(), failure.message()));
			case Effect.Hang ignored -> hang();
			case Effect.Reset reset -> {
				settle(reset.point(), service);
				lose();
			}
			case Effect.Kill kill -> {
				settle(kill.point(), service);
				kill();
			}
			case Effect.Trickle trickle -> {
				this.caller.slowly(new Pace(trickle.piece(), () -> this.strike.rest(Effect.Trickle.PERIOD)));
				pass(service, addresses);
			}
		}
	}

	private void pass(Service service, Addresses addresses) throws IOException {
		EngineClient.Answer answer = service.send();
		this.entry.fault(this.strike.describe(answer.head().getStatus()));
		if (this.strike.holdsReply()) {
			answer = answer.takenIn(HELD_BYTES);
			if (!this.strike.hold(Point.AFTER, this::isGone)) {
				lose();
				return;
			}
		}
		reply().pass(answer, addresses);
	}

	// Let the service do what it is asked to, if it is to be struck after that.
	private void settle(Point point, Service service) throws IOException {
		if (point == Point.AFTER) {
			EngineClient.Answer answer = service.send();
			try (InputStream body = answer.body()) {
				body.transferTo(OutputStream.nullOutputStream());
			}
			this.entry.fault(this.strike.describe(answer.head().getStatus()));
			this.strike.hold(Point.AFTER, this::isGone);
		}
	}

	private void fail(AwsError error) {
		reply().error(error, CallOutcome.FAULTED);
	}

	// The call is in the trace from the beginning, as its end may be far away.
	private void hang() {
		record();
		this.strike.hang(this::isGone);
		lose();
	}

	// The process must find its last call recorded, as it finds all others.
	private void kill() {
		record();
		this.strike.kill();
		this.caller.reset();
	}

	private void lose() {
		record();
		this.caller.reset();
	}

	private void record() {
		this.entry.complete(0, CallOutcome.FAULTED, null, Body.empty());
	}

	private Reply reply() {
		return new Reply(this.line, this.caller, this.entry, this.call);
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
