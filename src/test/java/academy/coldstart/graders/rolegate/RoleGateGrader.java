package academy.coldstart.graders.rolegate;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import academy.coldstart.authorization.Grant;
import academy.coldstart.grader.Check;
import academy.coldstart.grader.FunctionRole;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Queue;
import academy.coldstart.grader.Result;
import academy.coldstart.grader.Run;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.RoleUse;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Lets a function call services that its role allows, and others.
 */
class RoleGateGrader {

	private static final String EXTRA = "extra";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@Check("C1")
	@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void whatTheRoleAllowsWorks(Run run) {
		Result result = call(run, "put", "get-parameter", "who");
		require(compact(result).contains("\"put\":\"ok\"") && compact(result).contains("\"get-parameter\":\"ok\"")
				&& compact(result).contains("\"who\":\"ok\""), result);
	}

	@Check("C2")
	@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void everyServiceDeniesInItsOwnWay(Run run) {
		Result result = call(run, "get", "send", "publish", "list-buckets", "get-object", "invoke", "metric", "secret");
		Map<String, String> codes = Map.of("get", "AccessDeniedException", "send", "AccessDenied", "publish",
				"AuthorizationError", "list-buckets", "AccessDenied", "get-object", "AccessDenied", "invoke",
				"AccessDeniedException", "metric", "AccessDenied", "secret", "AccessDeniedException");
		codes.forEach((call,
				code) -> require(compact(result).contains(
						"\"%s\":\"%s: User: arn:aws:sts::%s:assumed-role/".formatted(call, code, run.aws().account())),
						result));
		require(compact(result).contains(
				"is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:us-east-1:%s:table/%s "
					.formatted(run.aws().account(), run.table("Table").name())
						+ "because no identity-based policy allows the dynamodb:GetItem action"),
				result);
		require(result.calls().outcome(CallOutcome.DENIED).logical().count() == codes.size(), result);
		require(run.table("Table").itemsMentioning("denied").isEmpty(), result);
	}

	@Check("C3")
	@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void aChangeOfTheRoleCountsAtOnce(Run run) {
		String role = run.function().configuration().role().replaceFirst(".*/", "");
		require(compact(call(run, "get")).contains("AccessDeniedException"), call(run, "get"));
		run.aws()
			.iam()
			.putRolePolicy((request) -> request.roleName(role)
				.policyName(EXTRA)
				.policyDocument("{\"Version\": \"2012-10-17\", \"Statement\": "
						+ "{\"Sid\": \"Read\", \"Effect\": \"Allow\", \"Action\": \"dynamodb:GetItem\", \"Resource\": \"*\"}}"));
		Result allowed = call(run, "get");
		require(compact(allowed).contains("\"get\":\"ok\""), allowed);
		run.aws().iam().deleteRolePolicy((request) -> request.roleName(role).policyName(EXTRA));
		Result denied = call(run, "get");
		require(compact(denied).contains("AccessDeniedException"), denied);
	}

	@Check("C4")
	@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void anExplicitDenyWins(Run run) {
		Result result = call(run, "delete");
		require(compact(result).contains("with an explicit deny in an identity-based policy"), result);
	}

	@Check("C5")
	@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void grantsAreUsedOrInExcess(Run run) {
		call(run, "put", "get-parameter");
		FunctionRole role = run.function().role();
		String table = "arn:aws:dynamodb:us-east-1:" + run.aws().account() + ":table/" + run.table("Table").name();
		require(role.probe("dynamodb:PutItem", table).isAllowed(), "the role may put");
		require(!role.probe("dynamodb:PutItem", table + "-2").isAllowed(), "the role may put elsewhere");
		require(!role.probe("dynamodb:DeleteItem", table).isAllowed(), "the role may delete");
		List<RoleUse.Grant> unused = role.use().unused();
		require(unused.stream().anyMatch((grant) -> grant.action().equals("ssm:GetParametersByPath")), unused);
		require(unused.stream().noneMatch((grant) -> grant.action().equals("dynamodb:PutItem")), unused);
		List<String> excess = role
			.excess(() -> compact(call(run, "put", "get-parameter"))
				.equals("{\"put\":\"ok\",\"get-parameter\":\"ok\"}"))
			.stream()
			.map(Grant::action)
			.toList();
		require(excess.contains("dynamodb:DeleteItem") && excess.contains("ssm:GetParametersByPath"), excess);
		require(!excess.contains("dynamodb:PutItem") && !excess.contains("ssm:GetParameter"), excess);
		require(compact(call(run, "put")).equals("{\"put\":\"ok\"}"), "the role does not have everything back");
	}

	@Check("C6")
	@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void aDestinationNeedsTheRole(Run run) {
		Queue failures = run.queue("Failures");
		run.function().invokeAsync(Map.of("fail", true), "let it fail");
		run.await("the record of the failure", PATIENCE).until(() -> failures.depth().visible() == 1);
		String role = run.function().role().name();
		run.aws()
			.iam()
			.putRolePolicy((request) -> request.roleName(role)
				.policyName(EXTRA)
				.policyDocument("{\"Version\": \"2012-10-17\", \"Statement\": {\"Sid\": \"Silence\", "
						+ "\"Effect\": \"Deny\", \"Action\": \"sqs:SendMessage\", \"Resource\": \"*\"}}"));
		run.function().invokeAsync(Map.of("fail", true), "let it fail again");
		run.await("a denied record", PATIENCE)
			.until(() -> !run.trace().calls().phase(Phase.ENGINE).denied().touching(failures.name()).isEmpty());
		require(failures.depth().visible() == 1, failures.depth());
		run.aws().iam().deleteRolePolicy((request) -> request.roleName(role).policyName(EXTRA));
	}

	@Check("C7")
	@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void aTopicNeedsThePolicyOfTheQueue(Run run) {
		Queue queue = run.queue("Queue");
		run.topic("Topic").publish("{}", "published without a policy of the queue");
		run.await("a denied delivery", PATIENCE)
			.until(() -> !run.trace().calls().phase(Phase.ENGINE).denied().touching(queue.name()).isEmpty());
		require(queue.depth().isEmpty(), queue.depth());
		queue.change(Map.of(QueueAttributeName.POLICY, ("{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": "
				+ "\"Allow\", \"Principal\": {\"Service\": \"sns.amazonaws.com\"}, \"Action\": \"sqs:SendMessage\", "
				+ "\"Resource\": \"*\", \"Condition\": {\"ArnEquals\": {\"aws:SourceArn\": \"%s\"}}}}")
			.formatted(run.topic("Topic").arn())), "let the topic send");
		run.topic("Topic").publish("{}", "published with a policy of the queue");
		run.await("the delivery", PATIENCE).until(() -> queue.depth().visible() == 1);
	}

	// Languages write JSON with and without spaces.
	private static String compact(Result result) {
		return result.payload().replace("\": \"", "\":\"").replace("\", \"", "\",\"");
	}

	private static Result call(Run run, String... calls) {
		return run.function().invoke(Map.of("do", List.of(calls)), "asked for " + List.of(calls)).requireSuccess();
	}

	private static void require(boolean condition, Object observed) {
		if (!condition) {
			throw LearnerFailure.because("Something else happened: %s", observed);
		}
	}

	private static void require(boolean condition, Result result) {
		if (!condition) {
			throw LearnerFailure.because("Something else happened: %s", compact(result)).evidence(result);
		}
	}

}
