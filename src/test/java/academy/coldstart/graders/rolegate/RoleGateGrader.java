package academy.coldstart.graders.rolegate;

import java.util.List;
import java.util.Map;

import academy.coldstart.grader.Check;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Result;
import academy.coldstart.grader.Run;
import academy.coldstart.trace.CallOutcome;

/**
 * Lets a function call services that its role allows, and others.
 */
class RoleGateGrader {

	private static final String EXTRA = "extra";

	@Check("C1")
	void whatTheRoleAllowsWorks(Run run) {
		Result result = call(run, "put", "get-parameter", "who");
		require(result.payload().contains("\"put\":\"ok\"") && result.payload().contains("\"get-parameter\":\"ok\"")
				&& result.payload().contains("\"who\":\"ok\""), result);
	}

	@Check("C2")
	void everyServiceDeniesInItsOwnWay(Run run) {
		Result result = call(run, "get", "send", "publish", "list-buckets", "get-object", "invoke", "metric", "secret");
		Map<String, String> codes = Map.of("get", "AccessDeniedException", "send", "AccessDenied", "publish",
				"AuthorizationError", "list-buckets", "AccessDenied", "get-object", "AccessDenied", "invoke",
				"AccessDeniedException", "metric", "AccessDenied", "secret", "AccessDeniedException");
		codes.forEach((call, code) -> require(result.payload()
			.contains("\"%s\":\"%s: User: arn:aws:sts::%s:assumed-role/".formatted(call, code, run.aws().account())),
				result));
		require(result.payload()
			.contains(
					"is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:us-east-1:%s:table/%s "
						.formatted(run.aws().account(), run.table("Table").name())
							+ "because no identity-based policy allows the dynamodb:GetItem action"),
				result);
		require(result.calls().outcome(CallOutcome.DENIED).logical().count() == codes.size(), result);
		require(run.table("Table").itemsMentioning("denied").isEmpty(), result);
	}

	@Check("C3")
	void aChangeOfTheRoleCountsAtOnce(Run run) {
		String role = run.function().configuration().role().replaceFirst(".*/", "");
		require(call(run, "get").payload().contains("AccessDeniedException"), call(run, "get"));
		run.aws()
			.iam()
			.putRolePolicy((request) -> request.roleName(role)
				.policyName(EXTRA)
				.policyDocument("{\"Version\": \"2012-10-17\", \"Statement\": "
						+ "{\"Sid\": \"Read\", \"Effect\": \"Allow\", \"Action\": \"dynamodb:GetItem\", \"Resource\": \"*\"}}"));
		Result allowed = call(run, "get");
		require(allowed.payload().contains("\"get\":\"ok\""), allowed);
		run.aws().iam().deleteRolePolicy((request) -> request.roleName(role).policyName(EXTRA));
		Result denied = call(run, "get");
		require(denied.payload().contains("AccessDeniedException"), denied);
	}

	@Check("C4")
	void anExplicitDenyWins(Run run) {
		Result result = call(run, "delete");
		require(result.payload().contains("with an explicit deny in an identity-based policy"), result);
	}

	private static Result call(Run run, String... calls) {
		return run.function().invoke(Map.of("do", List.of(calls)), "asked for " + List.of(calls)).requireSuccess();
	}

	private static void require(boolean condition, Result result) {
		if (!condition) {
			throw LearnerFailure.because("Something else happened: %s", result.payload()).evidence(result);
		}
	}

}
