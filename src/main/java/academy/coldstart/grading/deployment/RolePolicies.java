package academy.coldstart.grading.deployment;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import software.amazon.awssdk.services.iam.IamClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The policies of a role, read as generously as is honest: a condition of an Allow is
 * taken to hold, and a Deny with a condition is left out.
 *
 * @param trust the statements that say who may assume the role
 * @param statements the statements of its policies
 */
record RolePolicies(List<JsonNode> trust, List<JsonNode> statements) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	RolePolicies {
		trust = List.copyOf(trust);
		statements = List.copyOf(statements);
	}

	/**
	 * Read the policies of a role.
	 * @param iam the way to IAM
	 * @param role the name of the role
	 * @return its policies, inline and attached
	 */
	static RolePolicies of(IamClient iam, String role) {
		List<String> documents = new ArrayList<>();
		iam.listRolePoliciesPaginator((request) -> request.roleName(role))
			.policyNames()
			.forEach((name) -> documents
				.add(iam.getRolePolicy((request) -> request.roleName(role).policyName(name)).policyDocument()));
		iam.listAttachedRolePoliciesPaginator((request) -> request.roleName(role))
			.attachedPolicies()
			.forEach((policy) -> documents.add(document(iam, policy.policyArn())));
		String trust = iam.getRole((request) -> request.roleName(role)).role().assumeRolePolicyDocument();
		return new RolePolicies(parse(trust).toList(), documents.stream().flatMap(RolePolicies::parse).toList());
	}

	/**
	 * Tell whether a service may assume the role.
	 * @param service such as {@code lambda.amazonaws.com}
	 * @return whether it may
	 */
	boolean trusts(String service) {
		return this.trust.stream()
			.filter((statement) -> statement.path("Effect").asString("").equals("Allow"))
			.filter((statement) -> covers(statement, "Action", "sts:AssumeRole"))
			.anyMatch((statement) -> names(statement.path("Principal"), service));
	}

	/**
	 * Tell whether the role may do something.
	 * @param action such as {@code sqs:ReceiveMessage}
	 * @param resource the ARN
	 * @return whether a statement allows it and none denies it
	 */
	boolean allows(String action, String resource) {
		return this.statements.stream().anyMatch((one) -> has(one, "Allow", action, resource))
				&& this.statements.stream()
					.noneMatch((one) -> !one.has("Condition") && has(one, "Deny", action, resource));
	}

	private static boolean names(JsonNode principal, String service) {
		JsonNode services = principal.path("Service");
		return principal.asString("").equals("*") || anyMatches(services, service);
	}

	private static boolean has(JsonNode statement, String effect, String action, String resource) {
		return statement.path("Effect").asString("").equals(effect) && covers(statement, "Action", action)
				&& covers(statement, "Resource", resource);
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
