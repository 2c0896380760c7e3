package academy.coldstart.authorization;

import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentedCallsTests {

	private static final CallPermissions PERMISSIONS = CallPermissions.load();

	private static final ResourceFacts FACTS = new ResourceFacts() {

		@Override
		public Optional<String> secret(String id) {
			return Optional.of("arn:aws:secretsmanager:us-east-1:111122223333:secret:" + id + "-Abc123");
		}

		@Override
		public Optional<String> key(String id) {
			return Optional.of("arn:aws:kms:us-east-1:111122223333:key/0000-1111");
		}

		@Override
		public Optional<String> partitionKey(String table) {
			return Optional.of("pk");
		}

	};

	@TestFactory
	Stream<DynamicTest> needsWhatTheDocumentationSays() {
		return Cases.read("calls.yaml")
			.stream()
			.map((one) -> DynamicTest.dynamicTest(one.path("operation").asString() + " " + one.path("input"),
					() -> assertThat(PERMISSIONS.needs(call(one), FACTS))
						.extracting((need) -> need.permission().toString())
						.containsExactlyElementsOf(one.path("needs").valueStream().map(JsonNode::asString).toList())));
	}

	@Test
	void namesThePageOfEveryCase() {
		assertThat(Cases.read("calls.yaml"))
			.allSatisfy((one) -> assertThat(one.path("page").asString()).matches("[\\w/-]+\\.html"));
	}

	@Test
	void findsThePartitionKeysThatACallTouches() {
		assertThat(keys("GetItem", "{\"TableName\":\"Orders\",\"Key\":{\"pk\":{\"S\":\"t-1\"},\"sk\":{\"S\":\"x\"}}}"))
			.containsExactly("t-1");
		assertThat(keys("PutItem", "{\"TableName\":\"Orders\",\"Item\":{\"sk\":{\"S\":\"x\"},\"pk\":{\"N\":\"7\"}}}"))
			.containsExactly("7");
		assertThat(keys("Query", """
				{"TableName": "Orders", "KeyConditionExpression": "#k = :t and begins_with(sk, :s)",
				 "ExpressionAttributeNames": {"#k": "pk"},
				 "ExpressionAttributeValues": {":t": {"S": "t-2"}, ":s": {"S": "2026"}}}
				""")).containsExactly("t-2");
		assertThat(keys("BatchWriteItem", """
				{"RequestItems": {"Orders": [{"PutRequest": {"Item": {"pk": {"S": "t-1"}}}},
				 {"DeleteRequest": {"Key": {"pk": {"S": "t-3"}}}}]}}
				""")).containsExactly("t-1", "t-3");
		assertThat(keys("BatchGetItem", """
				{"RequestItems": {"Orders": {"Keys": [{"pk": {"S": "t-1"}}, {"pk": {"S": "t-4"}}]}}}
				""")).containsExactly("t-1", "t-4");
	}

	@Test
	void expandsThePatternsOfPolicies() {
		assertThat(PERMISSIONS.actions("sqs:*Message")).contains("sqs:SendMessage", "sqs:DeleteMessage")
			.doesNotContain("sqs:PurgeQueue");
		assertThat(PERMISSIONS.actions("dynamodb:*")).contains("dynamodb:PutItem").hasSizeGreaterThan(50);
	}

	private static Iterable<String> keys(String operation, String input) {
		ApiCall call = new ApiCall("dynamodb", operation, new ApiCall.Scope("us-east-1", "111122223333"), "POST", "/",
				Cases.MAPPER.readTree(input));
		return PERMISSIONS.needs(call, FACTS)
			.getFirst()
			.keys()
			.getOrDefault("dynamodb:LeadingKeys", java.util.List.of());
	}

	private static ApiCall call(JsonNode one) {
		return new ApiCall(one.path("service").asString(), one.path("operation").asString(),
				new ApiCall.Scope("us-east-1", "111122223333"), one.path("method").asString("POST"),
				one.path("path").asString("/"), one.path("input"));
	}

}
