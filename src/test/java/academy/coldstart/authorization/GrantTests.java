package academy.coldstart.authorization;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GrantTests {

	private static final String ORDERS = "arn:aws:sqs:us-east-1:111122223333:orders";

	private static final String MAILS = "arn:aws:sqs:us-east-1:111122223333:mails";

	private final List<PolicyDocument> policies = List.of(PolicyDocument.parse("ChargePolicy", PolicyKind.IDENTITY, """
			{"Version": "2012-10-17", "Statement": [
			 {"Sid": "Queues", "Effect": "Allow", "Action": ["sqs:SendMessage", "sqs:Receive*"],
			  "Resource": ["%s", "%s"]},
			 {"Sid": "Rest", "Effect": "Allow", "NotAction": "sqs:*", "Resource": "*"},
			 {"Sid": "Never", "Effect": "Deny", "Action": "iam:*", "Resource": "*"}]}
			""".formatted(ORDERS, MAILS)));

	@Test
	void areOneActionOnOneResource() {
		assertThat(Grant.of(this.policies)).extracting(Grant::toString)
			.containsExactly("sqs:SendMessage on " + ORDERS + " (ChargePolicy, Queues)",
					"sqs:SendMessage on " + MAILS + " (ChargePolicy, Queues)",
					"sqs:Receive* on " + ORDERS + " (ChargePolicy, Queues)",
					"sqs:Receive* on " + MAILS + " (ChargePolicy, Queues)",
					"NotAction [sqs:*] on * (ChargePolicy, Rest)");
	}

	@Test
	void coverWhatTheirPatternsCover() {
		assertThat(covered("sqs:ReceiveMessage", MAILS)).containsExactly("sqs:Receive* " + MAILS);
		assertThat(covered("dynamodb:PutItem", "arn:aws:dynamodb:us-east-1:111122223333:table/Orders"))
			.containsExactly("NotAction [sqs:*] *");
		assertThat(covered("sqs:PurgeQueue", MAILS)).isEmpty();
	}

	@Test
	void takeAwayNothingElse() {
		List<PolicyDocument> rest = Grant.of(this.policies).get(1).removedFrom(this.policies);

		assertThat(allows(rest, "sqs:SendMessage", MAILS)).isFalse();
		assertThat(allows(rest, "sqs:SendMessage", ORDERS)).isTrue();
		assertThat(allows(rest, "sqs:ReceiveMessage", MAILS)).isTrue();
		assertThat(allows(rest, "s3:ListAllMyBuckets", "*")).isTrue();
		assertThat(allows(rest, "iam:ListRoles", "*")).isFalse();
	}

	private List<String> covered(String action, String resource) {
		return Grant.of(this.policies)
			.stream()
			.filter((grant) -> grant.covers(new Permission(action, resource), this.policies))
			.map((grant) -> grant.action() + " " + grant.resource())
			.toList();
	}

	private static boolean allows(List<PolicyDocument> policies, String action, String resource) {
		AuthorizationRequest request = new AuthorizationRequest(
				Caller.of("arn:aws:sts::111122223333:assumed-role/Charge/charge"), action, resource,
				RequestContext.of(Map.of()));
		return Evaluator.decide(request, new GrantedPolicies(policies, null)).isAllowed();
	}

}
