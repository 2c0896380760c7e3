package academy.coldstart.graders.onebadapple;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import academy.coldstart.grader.LearnerFailure;
import software.amazon.awssdk.services.iam.IamClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the role of a function needs so that Lambda may read a queue in its name. Without
 * it AWS refuses to create the event source mapping; the engine does not ask. Source: AWS
 * Lambda Developer Guide, Creating and configuring an Amazon SQS event source mapping,
 * execution role permissions.
 *
 * @param source the queue
 */
record PollingRights(Source source) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final List<String> ACTIONS = List.of("sqs:ReceiveMessage", "sqs:DeleteMessage",
			"sqs:GetQueueAttributes");

	/**
	 * Demand that the role has them.
	 * @throws LearnerFailure when AWS would refuse the mapping
	 */
	void require() {
		List<JsonNode> statements = statements();
		List<String> missing = ACTIONS.stream().filter((action) -> !isAllowed(statements, action)).toList();
		if (!missing.isEmpty()) {
			throw LearnerFailure
				.because("The role of the function may not read the queue %s: AWS refuses to create the event source "
						+ "mapping without %s. SAM grants it where the queue is an event of the function.",
						this.source.name(), String.join(", ", missing))
				.expected("a role that allows %s on %s", String.join(", ", ACTIONS), this.source.name())
				.observed("a role without %s", String.join(", ", missing))
				.at(this.source.mappingPlace(""));
		}
	}

	private boolean isAllowed(List<JsonNode> statements, String action) {
		return statements.stream().anyMatch((one) -> has(one, "Allow", action))
				&& statements.stream().noneMatch((one) -> !one.has("Condition") && has(one, "Deny", action));
	}

	private boolean has(JsonNode statement, String effect, String action) {
		return statement.path("Effect").asString("").equals(effect) && covers(statement, "Action", action)
				&& covers(statement, "Resource", this.source.mapping().sourceArn());
	}

	private static boolean covers(JsonNode statement, String element, String value) {
		JsonNode excluded = statement.path("Not" + element);
		return excluded.isMissingNode() ? anyMatches(statement.path(element), value) : !anyMatches(excluded, value);
	}

	private static boolean anyMatches(JsonNode patterns, String value) {
		Stream<JsonNode> all = patterns.isArray() ? patterns.valueStream() : Stream.of(patterns);
		return all.anyMatch((pattern) -> matches(pattern.asString(""), value));
	}

	private static boolean matches(String pattern, String value) {
		String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
		return Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matcher(value).matches();
	}

	private List<JsonNode> statements() {
		String arn = this.source.function().configuration().role();
		String role = arn.substring(arn.lastIndexOf('/') + 1);
		IamClient iam = this.source.run().aws().iam();
		List<String> documents = new ArrayList<>();
		iam.listRolePoliciesPaginator((request) -> request.roleName(role))
			.policyNames()
			.forEach((name) -> documents
				.add(iam.getRolePolicy((request) -> request.roleName(role).policyName(name)).policyDocument()));
		iam.listAttachedRolePoliciesPaginator((request) -> request.roleName(role))
			.attachedPolicies()
			.forEach((policy) -> documents.add(document(iam, policy.policyArn())));
		return documents.stream().flatMap(PollingRights::parse).toList();
	}

	private static String document(IamClient iam, String arn) {
		String version = iam.getPolicy((request) -> request.policyArn(arn)).policy().defaultVersionId();
		return iam.getPolicyVersion((request) -> request.policyArn(arn).versionId(version)).policyVersion().document();
	}

	private static Stream<JsonNode> parse(String document) {
		String text = document.startsWith("%") ? URLDecoder.decode(document, StandardCharsets.UTF_8) : document;
		JsonNode statement = MAPPER.readTree(text).path("Statement");
		return statement.isArray() ? statement.valueStream() : Stream.of(statement);
	}

}
