package academy.coldstart.attack;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import academy.coldstart.fault.FaultRules;
import academy.coldstart.recording.Upstream;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.Trace;
import academy.coldstart.trace.TraceRecorder;

/**
 * An account that has functions on the attacked platform.
 *
 * @param platform the platform
 * @param recorder writes down what its functions do
 */
record Tenant(AttackedPlatform platform, TraceRecorder recorder) implements AutoCloseable {

	static Tenant admit(AccountId account, AttackedPlatform platform, URI upstream) {
		TraceRecorder recorder = new TraceRecorder(1, account, Clock.systemUTC());
		platform.traces().open(recorder);
		FaultRules rules = new FaultRules(recorder, (environment) -> {
		});
		platform.proxy().admit(account, new Upstream(upstream), rules);
		platform.host().admit(account, List.of(), rules);
		return new Tenant(platform, recorder);
	}

	Trace trace() {
		return this.recorder.snapshot();
	}

	@Override
	public void close() {
		AccountId account = trace().account();
		this.platform.host().dismiss(account);
		this.platform.proxy().dismiss(account);
		this.platform.traces().close(account);
	}

}
