package academy.coldstart.authorization;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class MalformedPolicyTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"{'Version': '2012-10-17'}                          | it has no Statement. Add a list",
			"{'Version': '2012-10-17', 'Statement': []}         | it has no Statement",
			"{'Statement': [                                    | it is not JSON",
			"[]                                                 | a policy is a JSON object",
			"{'Version': '2021', 'Statement': {}}               | at Version: it is '2021'. Write \"Version\": \"2012-10-17\"",
			"{'Statement': {'Effect': 'allow', 'Action': '*', 'Resource': '*'}} | at statement 1: its Effect is \"allow\". Write \"Allow\" or \"Deny\"",
			"{'Statement': {'Action': '*', 'Resource': '*'}}    | at statement 1: it has no Effect",
			"{'Statement': {'Effect': 'Allow', 'Resource': '*'}} | at statement 1: it has neither Action nor NotAction",
			"{'Statement': {'Effect': 'Allow', 'Action': '*', 'NotAction': '*', 'Resource': '*'}} | at statement 1: it has both Action and NotAction",
			"{'Statement': {'Effect': 'Allow', 'Action': 'PutItem', 'Resource': '*'}} | at statement 1, Action: 'PutItem' is no action. Write the service",
			"{'Statement': {'Sid': 'Send', 'Effect': 'Allow', 'Action': 'sqs:*', 'Resource': 'orders'}} | at statement 1 (Send), Resource: 'orders' is no ARN",
			"{'Statement': {'Effect': 'Allow', 'Action': 'sqs:*', 'Resource': []}} | at statement 1, Resource: the list is empty",
			"{'Statement': {'Effect': 'Allow', 'Action': 'sqs:*', 'Resource': {'Ref': 'Orders'}}} | at statement 1, Resource: a text was expected",
			"{'Statement': {'Effect': 'Allow', 'Action': 'sqs:*'}} | at statement 1: it has neither Resource nor NotResource",
			"{'Statement': {'Effect': 'Allow', 'Principal': '*', 'Action': 'sqs:*', 'Resource': '*'}} | at statement 1: it has a Principal",
			"{'Statement': {'Effect': 'Allow', 'Actions': 'sqs:*', 'Resource': '*'}} | at statement 1: 'Actions' is no element of a policy",
			"{'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {'StringIs': {'aws:x': 'y'}}}} | 'StringIs' is no condition operator",
			"{'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {'NullIfExists': {'aws:x': 'y'}}}} | 'NullIfExists' is no condition operator",
			"{'Statement': [{'Sid': 'A', 'Effect': 'Allow', 'Action': '*', 'Resource': '*'}, {'Sid': 'A', 'Effect': 'Allow', 'Action': '*', 'Resource': '*'}]} | two statements are called 'A'",
			"{'Statement': {'Sid': 'A b', 'Effect': 'Allow', 'Action': '*', 'Resource': '*'}} | a Sid has letters and digits only" })
	void saysWhatIsWrongAndWhere(String policy, String message) {
		assertThatExceptionOfType(MalformedPolicy.class)
			.isThrownBy(() -> PolicyDocument.parse("WriteOrders", PolicyKind.IDENTITY, policy.replace('\'', '"')))
			.withMessageStartingWith("The policy WriteOrders is not valid")
			.withMessageContaining(message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"{'Statement': {'Effect': 'Allow', 'Action': 'sqs:*'}} | at statement 1: it has no Principal",
			"{'Statement': {'Effect': 'Allow', 'Principal': 'sqs.amazonaws.com', 'Action': 'sqs:*'}} | write \"*\", or an object" })
	void asksPoliciesOfResourcesForAPrincipal(String policy, String message) {
		assertThatExceptionOfType(MalformedPolicy.class)
			.isThrownBy(() -> PolicyDocument.parse("Orders", PolicyKind.RESOURCE, policy.replace('\'', '"')))
			.withMessageContaining(message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"{'Version': '2012-10-17', 'Statement': {'Effect': 'Allow', 'Action': 'logs:*', 'Resource': 'arn:aws:logs:*'}}",
			"{'Id': 'x', 'Statement': [{'Sid': '', 'Effect': 'Deny', 'NotAction': ['iam:*'], 'NotResource': 'arn:aws:iam::*:role/*'}]}",
			"{'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {'ForAnyValue:StringLikeIfExists': {'aws:TagKeys': ['a', 'b']}, 'Bool': {'aws:SecureTransport': true}}}}" })
	void readsWhatAwsAccepts(String policy) {
		assertThatNoException()
			.isThrownBy(() -> PolicyDocument.parse("WriteOrders", PolicyKind.IDENTITY, policy.replace('\'', '"')));
	}

}
