package academy.coldstart.recording;

import java.util.Optional;

import academy.coldstart.authorization.ApiCall;
import academy.coldstart.recording.Enforcement.Verdict;
import academy.coldstart.recording.protocol.AwsError;
import academy.coldstart.recording.protocol.CallInput;
import academy.coldstart.recording.protocol.RecognizedCall;
import academy.coldstart.recording.protocol.RequestHead;
import academy.coldstart.recording.protocol.ServiceErrors;
import org.jspecify.annotations.Nullable;

/**
 * Has a call of a function decided, and writes the decision into its entry.
 */
final class AccessCheck {

	private final Enforcement enforcement;

	private final Line line;

	private final CallEntry entry;

	AccessCheck(Enforcement enforcement, Line line, CallEntry entry) {
		this.enforcement = enforcement;
		this.line = line;
		this.entry = entry;
	}

	/**
	 * Decide the call.
	 * @param call the call
	 * @param head its head
	 * @param body its body, empty for an upload
	 * @param key the key that it is forwarded with
	 * @return the error to answer with, or null when it is allowed
	 */
	@Nullable AwsError denial(RecognizedCall call, RequestHead head, byte[] body, ForwardedHead.SigningKey key) {
		ApiCall asked = new ApiCall(call.signingName(), call.operationName(),
				new ApiCall.Scope(this.entry.region(), this.line.account().id().value()), head.method(), head.path(),
				CallInput.of(call, head, body));
		RoleSession session = new RoleSession(key.accessKeyId(), (key.token() != null) ? key.token() : "");
		Optional<Verdict> verdict = this.enforcement.decide(session, asked, head.header("User-Agent"));
		if (verdict.isEmpty()) {
			return ServiceErrors.unknownKey(call);
		}
		this.entry.access(verdict.get().access());
		String message = verdict.get().message();
		return (message != null) ? ServiceErrors.accessDenied(call, message) : null;
	}

}
