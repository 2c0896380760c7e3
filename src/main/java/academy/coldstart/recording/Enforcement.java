package academy.coldstart.recording;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import academy.coldstart.authorization.ApiCall;
import academy.coldstart.authorization.AuthorizationRequest;
import academy.coldstart.authorization.CallPermissions;
import academy.coldstart.authorization.Caller;
import academy.coldstart.authorization.Decision;
import academy.coldstart.authorization.Evaluator;
import academy.coldstart.authorization.NearMiss;
import academy.coldstart.authorization.Need;
import academy.coldstart.authorization.RequestContext;
import academy.coldstart.authorization.StatementRef;
import academy.coldstart.trace.AccessDecision;
import org.jspecify.annotations.Nullable;

/**
 * Decides calls by the policies of their callers.
 */
final class Enforcement {

	private static final CallPermissions PERMISSIONS = CallPermissions.load();

	private final Authority authority;

	private final Clock clock;

	Enforcement(Authority authority, Clock clock) {
		this.authority = authority;
		this.clock = clock;
	}

	/**
	 * Decide a call.
	 * @param session the key that it is forwarded with
	 * @param call the call
	 * @param userAgent what the caller says it is, or null
	 * @return the verdict, or empty when nobody has that key
	 */
	Optional<Verdict> decide(RoleSession session, ApiCall call, @Nullable String userAgent) {
		return this.authority.caller(session).map((caller) -> decide(caller, call, context(caller, call, userAgent)));
	}

	/**
	 * Decide a call of a caller that is known.
	 * @param caller the caller
	 * @param call the call
	 * @param context the condition keys that do not depend on the service
	 * @return the verdict
	 */
	Verdict decide(Caller caller, ApiCall call, RequestContext context) {
		List<AccessDecision.Permission> permissions = new ArrayList<>();
		Decision denied = null;
		for (Need need : PERMISSIONS.needs(call, this.authority.facts())) {
			AuthorizationRequest request = new AuthorizationRequest(caller, need.permission().action(),
					need.permission().resource(), context.with(need.keys()));
			Decision decision = Evaluator.decide(request, this.authority.policies(caller, need.permission()));
			denied = (denied == null && !decision.isAllowed()) ? decision : denied;
			permissions.add(recorded(decision));
		}
		return new Verdict(new AccessDecision(caller.arn(), denied == null, permissions),
				(denied != null) ? denied.message() : null);
	}

	Optional<Caller> caller(RoleSession session) {
		return this.authority.caller(session);
	}

	/** Say that policies may have changed. */
	void forget() {
		this.authority.forget();
	}

	RequestContext context(Caller caller, ApiCall call, @Nullable String userAgent) {
		Instant now = this.clock.instant();
		Map<String, List<String>> keys = new HashMap<>();
		keys.put("aws:PrincipalArn", List.of((caller.role() != null) ? caller.role() : caller.arn()));
		keys.put("aws:PrincipalAccount", List.of(caller.account()));
		keys.put("aws:PrincipalType", List.of((caller.role() != null) ? "AssumedRole" : "User"));
		keys.put("aws:PrincipalIsAWSService", List.of("false"));
		keys.put("aws:ViaAWSService", List.of("false"));
		keys.put("aws:RequestedRegion", List.of(call.scope().region()));
		keys.put("aws:ResourceAccount", List.of(call.scope().account()));
		keys.put("aws:CurrentTime", List.of(now.toString()));
		keys.put("aws:EpochTime", List.of(Long.toString(now.getEpochSecond())));
		// What the SDKs do on AWS.
		keys.put("aws:SecureTransport", List.of("true"));
		if (userAgent != null) {
			keys.put("aws:UserAgent", List.of(userAgent));
		}
		if (caller.role() != null) {
			String function = caller.arn().substring(caller.arn().lastIndexOf('/') + 1);
			keys.put("lambda:SourceFunctionArn", List.of("arn:aws:lambda:%s:%s:function:%s"
				.formatted(call.scope().region(), call.scope().account(), function)));
		}
		return RequestContext.of(keys);
	}

	private static AccessDecision.Permission recorded(Decision decision) {
		boolean implicit = decision.outcome() == Decision.Outcome.IMPLICIT_DENY;
		return new AccessDecision.Permission(decision.request().action(), decision.request().resource(),
				decision.isAllowed(),
				decision.statements().stream().findFirst().map(StatementRef::toString).orElse(null), decision.because(),
				decision.nearMisses().stream().map(Enforcement::near).toList(),
				implicit ? decision.suggestion() : null);
	}

	private static String near(NearMiss miss) {
		return miss.statement() + ": " + miss.text();
	}

	/**
	 * What became of a call.
	 *
	 * @param access what is recorded
	 * @param message the message of AWS for a denied call, or null
	 */
	record Verdict(AccessDecision access, @Nullable String message) {
	}

}
