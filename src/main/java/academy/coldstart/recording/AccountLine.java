package academy.coldstart.recording;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import academy.coldstart.fault.FaultRules;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.TraceRecorder;

/**
 * What all lines of an account share.
 */
final class AccountLine {

	private final Upstream upstream;

	private final TraceRecorder recorder;

	private final FaultRules rules;

	private final ForeignBuckets buckets;

	private final List<PlatformFault> faults = new CopyOnWriteArrayList<>();

	AccountLine(Upstream upstream, TraceRecorder recorder, FaultRules rules, EngineClient client) {
		this.upstream = upstream;
		this.recorder = recorder;
		this.rules = rules;
		this.buckets = new ForeignBuckets(client, upstream.engine(), recorder.account());
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

	void fault(PlatformFault fault) {
		this.faults.add(fault);
	}

	List<PlatformFault> faults() {
		return List.copyOf(this.faults);
	}

}
