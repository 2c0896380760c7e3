package academy.coldstart.graders.leastprivilege;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import academy.coldstart.grader.LearnerFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * That no two functions share a role, and that only Lambda may assume it.
 *
 * @param shop the functions
 */
record Separation(Shop shop) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final String LAMBDA = "lambda.amazonaws.com";

	void require() {
		Map<String, String> owners = new HashMap<>();
		for (String function : Shop.FUNCTIONS) {
			String role = this.shop.role(function).name();
			String other = owners.putIfAbsent(role, function);
			if (other != null) {
				throw LearnerFailure
					.because("%s and %s share the role %s: whoever takes over one of them has the permissions of both.",
							other, function, role)
					.expected("a role for each of %s", String.join(", ", Shop.FUNCTIONS))
					.observed("one role for %s and %s", other, function)
					.at(this.shop.run().stack().place(this.shop.function(function).name(), "Role"));
			}
		}
		owners.forEach((role, function) -> requireTrust(function, role));
	}

	private void requireTrust(String function, String role) {
		for (JsonNode statement : statements(trust(role))) {
			JsonNode principal = statement.path("Principal");
			if (statement.path("Effect").asString("").equals("Allow") && !isLambda(principal)) {
				throw LearnerFailure
					.because("The role of %s may be assumed by %s, and not by Lambda alone.", function,
							principal.isMissingNode() ? "everybody that its NotPrincipal leaves" : principal)
					.expected("{\"Service\": \"%s\"} as the only principal", LAMBDA)
					.observed("%s", statement)
					.at(this.shop.run().stack().place(role, "AssumeRolePolicyDocument"));
			}
		}
	}

	private static boolean isLambda(JsonNode principal) {
		return principal.isObject() && principal.size() == 1
				&& values(principal.path("Service")).allMatch((one) -> one.asString("").equals(LAMBDA))
				&& values(principal.path("Service")).findAny().isPresent();
	}

	private static List<JsonNode> statements(JsonNode document) {
		return values(document.path("Statement")).toList();
	}

	private static Stream<JsonNode> values(JsonNode one) {
		if (one.isMissingNode()) {
			return Stream.empty();
		}
		return one.isArray() ? one.valueStream() : Stream.of(one);
	}

	// IAM returns the document percent-encoded.
	private JsonNode trust(String role) {
		String document = this.shop.run()
			.aws()
			.iam()
			.getRole((request) -> request.roleName(role))
			.role()
			.assumeRolePolicyDocument();
		return MAPPER
			.readTree(document.startsWith("%") ? URLDecoder.decode(document, StandardCharsets.UTF_8) : document);
	}

}
