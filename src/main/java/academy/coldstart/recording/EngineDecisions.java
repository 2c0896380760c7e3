package academy.coldstart.recording;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import academy.coldstart.authorization.ApiCall;
import academy.coldstart.authorization.Caller;
import academy.coldstart.authorization.RequestContext;
import academy.coldstart.recording.Enforcement.Verdict;
import academy.coldstart.recording.protocol.AwsError;
import academy.coldstart.recording.protocol.OperationTable;
import academy.coldstart.recording.protocol.ServiceErrors;
import academy.coldstart.trace.AccessDecision;
import academy.coldstart.trace.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Decides calls that the engine makes by itself: with the role of a function, as event
 * source mappings and destinations do, or as a service that the policy of its target has
 * to allow.
 */
final class EngineDecisions {

	/** Services that the policies of their targets have to allow, and such targets. */
	private static final Set<String> SENDERS = Set.of("events", "s3", "sns");

	private static final Set<String> TARGETS = Set.of("lambda", "sns", "sqs");

	private final RecordingProxy proxy;

	private final OperationTable table;

	EngineDecisions(RecordingProxy proxy, OperationTable table) {
		this.proxy = proxy;
		this.table = table;
	}

	Answer decide(EngineQuestion question) {
		AccountId account = new AccountId(question.account());
		Enforcement enforcement = this.proxy.enforcement(account).orElse(null);
		if (enforcement == null) {
			return this.proxy.isOpen(account) ? Answer.OPEN : Answer.UNDECIDED;
		}
		ApiCall call = new ApiCall(question.service(), question.operation(),
				new ApiCall.Scope(question.region(), question.account()), "POST", "/", question.request());
		Optional<Caller> role = account.equals(AccessKeys.account(question.accessKeyId()))
				? enforcement.caller(new RoleSession(question.accessKeyId(), "")) : Optional.empty();
		boolean decided = SENDERS.contains(question.principal()) && TARGETS.contains(question.service());
		// An iterator of Kinesis does not tell which stream it is of.
		boolean untold = question.service().equals("kinesis") && question.operation().equals("GetRecords");
		if (untold || (role.isEmpty() && !decided)) {
			return Answer.UNDECIDED;
		}
		Caller caller = role.orElseGet(() -> Caller.service(question.principal() + ".amazonaws.com"));
		RequestContext context = enforcement.context(caller, call, null).with(keys(question, role.isPresent()));
		Verdict verdict = enforcement.decide(caller, call, context);
		return answer(question, verdict);
	}

	// What a service does with a role it does not do as a function of that name.
	private static Map<String, List<String>> keys(EngineQuestion question, boolean role) {
		Map<String, List<String>> keys = new HashMap<>();
		keys.put("lambda:SourceFunctionArn", List.of());
		if (!role) {
			keys.put("aws:PrincipalIsAWSService", List.of("true"));
			keys.put("aws:PrincipalServiceName", List.of(question.principal() + ".amazonaws.com"));
			keys.put("aws:SourceAccount", List.of(question.account()));
			if (question.sourceArn() != null) {
				keys.put("aws:SourceArn", List.of(question.sourceArn()));
			}
		}
		return keys;
	}

	private Answer answer(EngineQuestion question, Verdict verdict) {
		if (verdict.message() == null) {
			return new Answer(true, false, null, null, 200, verdict.access());
		}
		AwsError error = ServiceErrors.accessDenied(this.table.find(question.service(), question.operation()),
				verdict.message());
		return new Answer(false, false, error.code(), error.message(), error.status(), verdict.access());
	}

	/**
	 * What the plug-in is told.
	 *
	 * @param allowed whether it may make the call
	 * @param open whether it need not ask again about this account
	 * @param code the error code of a denied call
	 * @param message the message of a denied call
	 * @param status the status of a denied call
	 * @param access what is to be recorded, or null where nothing is decided
	 */
	record Answer(boolean allowed, boolean open, @Nullable String code, @Nullable String message, int status,
			@Nullable AccessDecision access) {

		private static final Answer UNDECIDED = new Answer(true, false, null, null, 200, null);

		private static final Answer OPEN = new Answer(true, true, null, null, 200, null);

	}

}
