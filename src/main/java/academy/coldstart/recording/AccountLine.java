package academy.coldstart.recording;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import academy.coldstart.authorization.PolicyChanges;
import academy.coldstart.fault.FaultRules;
import academy.coldstart.recording.protocol.RecognizedCall;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;

/**
 * What all lines of an account share.
 */
final class AccountLine {

	private final Upstream upstream;

	private final TraceRecorder recorder;

	private final FaultRules rules;

	private final ForeignBuckets buckets;

	private final @Nullable Enforcement enforcement;

	private final List<PlatformFault> faults = new CopyOnWriteArrayList<>();

	private final List<String> undecided = new CopyOnWriteArrayList<>();

	AccountLine(Upstream upstream, TraceRecorder recorder, FaultRules rules, EngineClient client, Clock clock) {
		this.upstream = upstream;
		this.recorder = recorder;
		this.rules = rules;
		this.buckets = new ForeignBuckets(client, upstream.engine(), recorder.account());
		Authority authority = upstream.authority();
		this.enforcement = (authority != null) ? new Enforcement(authority, clock) : null;
	}

	AccountId id() {
		return this.recorder.account();
	}

	Upstream upstream() {
		return this.upstream;
	}

	TraceRecorder recorder() {
		return this.recorder;
	}

	FaultRules rules() {
		return this.rules;
	}

	ForeignBuckets buckets() {
		return this.buckets;
	}

	// What decides on calls, or null where everything is allowed.
	@Nullable Enforcement enforcement() {
		return this.enforcement;
	}

	// Look at the policies again after a call that may have changed them.
	void changed(RecognizedCall call) {
		if (this.enforcement != null && PolicyChanges.mayFollow(call.signingName(), call.operationName())) {
			this.enforcement.forget();
		}
	}

	void fault(PlatformFault fault) {
		this.faults.add(fault);
	}

	// A call was made although nobody could say whether it was allowed.
	void undecided(String call) {
		if (this.enforcement != null) {
			this.undecided.add(call);
		}
	}

	List<String> undecided() {
		return List.copyOf(this.undecided);
	}

	List<PlatformFault> faults() {
		return List.copyOf(this.faults);
	}

}
