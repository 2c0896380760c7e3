package academy.coldstart.grading.deployment;

import academy.coldstart.authorization.MalformedPolicy;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WrittenPolicyTests {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	@Test
	void valuesThatOnlyCloudFormationKnowsAreNoMistake() {
		assertThatCode(() -> policy(
				"""
						{"Statement": [{"Sid": "Topic", "Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"},
						 "Action": "sqs:SendMessage", "Resource": {"Fn::GetAtt": ["Queue", "Arn"]},
						 "Condition": {"ArnEquals": {"aws:SourceArn": {"Fn::GetAtt": ["Topic", "TopicArn"]}}}},
						 {"Effect": "Allow", "Principal": {"AWS": [{"Fn::GetAtt": ["Role", "Arn"]}]}, "Action": "sqs:SendMessage",
						 "Resource": [{"Fn::GetAtt": ["Queue", "Arn"]}]}]}
						""")
			.require()).doesNotThrowAnyException();
	}

	@Test
	void whatIsWrongBesideThemIsFound() {
		assertThatExceptionOfType(MalformedPolicy.class).isThrownBy(() -> policy("""
				{"Statement": {"Sid": "Open", "Effect": "allow", "Principal": "*", "Action": "sqs:SendMessage",
				 "Resource": {"Fn::GetAtt": ["Queue", "Arn"]}}}
				""").require()).withMessageContaining("Open");
	}

	private static WrittenPolicy policy(String json) {
		return new WrittenPolicy("OpenQueue", MAPPER.readTree(json));
	}

}
