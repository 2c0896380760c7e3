package academy.coldstart.grading.wiring;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import academy.coldstart.fault.FaultRules;
import academy.coldstart.grading.pipeline.CallRecording;
import academy.coldstart.recording.Authority;
import academy.coldstart.recording.PlatformFault;
import academy.coldstart.recording.RecordingProxy;
import academy.coldstart.recording.Upstream;
import academy.coldstart.trace.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * The recording proxy as gradings see it.
 */
final class ProxyRecording implements CallRecording {

	private final RecordingProxy proxy;

	ProxyRecording(RecordingProxy proxy) {
		this.proxy = proxy;
	}

	@Override
	public void admit(AccountId account, URI engine, FaultRules rules, @Nullable Authority authority) {
		this.proxy.admit(account, new Upstream(engine, List.of(), authority), rules);
	}

	@Override
	public List<String> faults(AccountId account) {
		return this.proxy.faults(account).stream().map(PlatformFault::toString).toList();
	}

	@Override
	public Optional<String> doubt(AccountId account) {
		return this.proxy.undecided(account)
			.stream()
			.findFirst()
			.map((call) -> "Nobody could say whether the engine may call " + call);
	}

	@Override
	public void dismiss(AccountId account) {
		this.proxy.dismiss(account);
	}

}
