package academy.coldstart.authorization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentedDecisionsTests {

	private static final String SESSION = "arn:aws:sts::111122223333:assumed-role/Charge/charge";

	@TestFactory
	Stream<DynamicTest> decidesAsTheDocumentationSays() {
		return Cases.read("decisions.yaml")
			.stream()
			.map((one) -> DynamicTest.dynamicTest(one.path("name").asString(), () -> check(one)));
	}

	@Test
	void namesThePageOfEveryCase() {
		assertThat(Cases.read("decisions.yaml")).hasSizeGreaterThanOrEqualTo(60)
			.allSatisfy((one) -> assertThat(one.path("page").asString()).matches("[\\w/-]+\\.html"));
		assertThat(Cases.read("decisions.yaml")).extracting((one) -> one.path("name").asString())
			.doesNotHaveDuplicates();
	}

	private static void check(JsonNode one) {
		Decision decision = Evaluator.decide(request(one), policies(one));
		String said = decision.isAllowed() ? "allowed" : decision.because();
		assertThat(said).isEqualTo(one.path("expect").asString());
		if (one.has("statements")) {
			assertThat(decision.statements()).extracting(StatementRef::statement)
				.containsExactlyElementsOf(texts(one.path("statements")));
		}
	}

	private static AuthorizationRequest request(JsonNode one) {
		String caller = one.path("caller").asString(SESSION);
		Map<String, List<String>> keys = new HashMap<>();
		one.path("keys").properties().forEach((entry) -> keys.put(entry.getKey(), texts(entry.getValue())));
		return new AuthorizationRequest(caller.startsWith("arn:") ? Caller.of(caller) : Caller.service(caller),
				one.path("action").asString("s3:GetObject"), one.path("on").asString("arn:aws:s3:::orders/o-1.json"),
				RequestContext.of(keys));
	}

	private static GrantedPolicies policies(JsonNode one) {
		JsonNode identity = one.has("identity") ? one.path("identity") : Cases.MAPPER.readTree("[{}]");
		List<PolicyDocument> attached = new ArrayList<>();
		if (!identity.isEmpty()) {
			attached.add(policy(one, PolicyKind.IDENTITY, identity));
		}
		return new GrantedPolicies(attached, optional(one, PolicyKind.BOUNDARY, "boundary"),
				optional(one, PolicyKind.SESSION, "session"), optional(one, PolicyKind.RESOURCE, "resource"),
				one.path("resourceDecides").asBoolean(false));
	}

	private static @Nullable PolicyDocument optional(JsonNode one, PolicyKind kind, String name) {
		return one.has(name) ? policy(one, kind, one.path(name)) : null;
	}

	private static PolicyDocument policy(JsonNode one, PolicyKind kind, JsonNode statements) {
		ObjectNode document = Cases.MAPPER.createObjectNode();
		document.put("Version", one.path("version").asString("2012-10-17"));
		var list = document.putArray("Statement");
		for (JsonNode written : statements) {
			ObjectNode statement = Cases.MAPPER.createObjectNode();
			statement.put("Effect", "Allow");
			if (!written.has("NotAction")) {
				statement.put("Action", "s3:GetObject");
			}
			if (!written.has("NotResource") && kind != PolicyKind.RESOURCE) {
				statement.put("Resource", "*");
			}
			statement.setAll((ObjectNode) written);
			list.add(statement);
		}
		return PolicyDocument.parse("test", kind, document.toString());
	}

	private static List<String> texts(JsonNode node) {
		return node.isArray() ? node.valueStream().map(JsonNode::asString).toList() : List.of(node.asString());
	}

}
