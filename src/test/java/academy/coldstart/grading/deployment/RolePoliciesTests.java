package academy.coldstart.grading.deployment;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class RolePoliciesTests {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final String ACTION = "sqs:ReceiveMessage";

	private static final String QUEUE = "arn:aws:sqs:us-east-1:111122223333:orders";

	@ParameterizedTest
	@ValueSource(strings = { "{'Effect':'Allow','Action':'sqs:ReceiveMessage','Resource':'*'}",
			"{'Effect':'Allow','Action':['sqs:Get*','sqs:receive*'],'Resource':['x','arn:aws:sqs:*:*:orders']}",
			"{'Effect':'Allow','Action':'*','Resource':'arn:aws:sqs:us-east-1:111122223333:order?'}",
			"{'Effect':'Allow','NotAction':'iam:*','NotResource':'arn:aws:s3:::*'}",
			"{'Effect':'Allow','Action':'sqs:*','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':'true'}}}" })
	void allowsWhatAStatementCovers(String statement) {
		assertThat(policies(statement).allows(ACTION, QUEUE)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'Effect':'Allow','Action':'sqs:SendMessage','Resource':'*'}",
			"{'Effect':'Allow','Action':'sqs:ReceiveMessage','Resource':'arn:aws:sqs:us-east-1:111122223333:other'}",
			"{'Effect':'Allow','NotAction':'sqs:*','Resource':'*'}",
			"{'Effect':'Deny','Action':'sqs:ReceiveMessage','Resource':'*'}",
			"{'Effect':'Allow','Action':'sqs.ReceiveMessage','Resource':'*'}" })
	void allowsNothingElse(String statement) {
		assertThat(policies(statement).allows(ACTION, QUEUE)).isFalse();
	}

	@Test
	void letsADenyWin() {
		assertThat(policies("{'Effect':'Allow','Action':'*','Resource':'*'}",
				"{'Effect':'Deny','Action':'sqs:*','Resource':'*:orders'}")
			.allows(ACTION, QUEUE)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"{'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'Service':'lambda.amazonaws.com'}}",
			"{'Effect':'Allow','Action':['sts:AssumeRole'],'Principal':{'Service':['sqs.amazonaws.com','lambda.amazonaws.com']}}",
			"{'Effect':'Allow','Action':'sts:*','Principal':'*'}" })
	void trustsTheServiceThatIsNamed(String statement) {
		assertThat(new RolePolicies(nodes(statement), List.of()).trusts("lambda.amazonaws.com")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'Service':'sqs.amazonaws.com'}}",
			"{'Effect':'Deny','Action':'sts:AssumeRole','Principal':{'Service':'lambda.amazonaws.com'}}",
			"{'Effect':'Allow','Action':'sts:TagSession','Principal':{'Service':'lambda.amazonaws.com'}}" })
	void trustsNobodyElse(String statement) {
		assertThat(new RolePolicies(nodes(statement), List.of()).trusts("lambda.amazonaws.com")).isFalse();
	}

	private static RolePolicies policies(String... statements) {
		return new RolePolicies(List.of(), nodes(statements));
	}

	private static List<JsonNode> nodes(String... statements) {
		return Stream.of(statements).map((text) -> MAPPER.readTree(text.replace('\'', '"'))).toList();
	}

}
