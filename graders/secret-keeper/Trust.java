package academy.coldstart.graders.secretkeeper;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import academy.coldstart.grader.FunctionRole;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Run;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who may assume the role of the function.
 *
 * @param run the run
 * @param role the role
 */
record Trust(Run run, FunctionRole role) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final String LAMBDA = "lambda.amazonaws.com";

	/**
	 * Demand that nobody but Lambda may.
	 * @throws LearnerFailure when somebody else may
	 */
	void requireLambdaOnly() {
		values(document().path("Statement")).filter((statement) -> statement.path("Effect").asString("").equals("Allow"))
			.filter((statement) -> !isLambda(statement.path("Principal")))
			.findFirst()
			.ifPresent((statement) -> {
				throw LearnerFailure
					.because("The role %s may be assumed by others than Lambda (%s), and whoever assumes it reads the key.",
							this.role.name(), statement.has("Principal") ? statement.path("Principal")
									: "everybody that its NotPrincipal leaves")
					.expected("{\"Service\": \"%s\"} as the only principal", LAMBDA)
					.observed("%s", statement)
					.at(this.run.stack().place(this.role.name(), "AssumeRolePolicyDocument"));
			});
	}

	private static boolean isLambda(JsonNode principal) {
		JsonNode service = principal.path("Service");
		return principal.isObject() && principal.size() == 1 && !service.isEmpty() == service.isArray()
				&& values(service).allMatch((one) -> one.asString("").equals(LAMBDA));
	}

	private static Stream<JsonNode> values(JsonNode one) {
		return one.isArray() ? one.valueStream() : Stream.of(one);
	}

	// IAM returns the document percent-encoded.
	private JsonNode document() {
		String document = this.run.aws()
			.iam()
			.getRole((request) -> request.roleName(this.role.name()))
			.role()
			.assumeRolePolicyDocument();
		return MAPPER
			.readTree(document.startsWith("%") ? URLDecoder.decode(document, StandardCharsets.UTF_8) : document);
	}

}
