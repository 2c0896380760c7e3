package academy.coldstart.timeline;

import java.util.List;

import academy.coldstart.trace.AccessDecision;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.Phase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	@Test
	void sayWhatADeniedCallNeededAndWhatComesClosest() {
		AccessDecision.Permission permission = new AccessDecision.Permission("sqs:SendMessage",
				"arn:aws:sqs:us-east-1:111122223333:mails", false, null,
				"because no identity-based policy allows the sqs:SendMessage action",
				List.of("ChargePolicy, Send: It allows the action on [arn:aws:sqs:us-east-1:111122223333:orders], "
						+ "which this resource is not."),
				"{\"Effect\": \"Allow\"}");
		AwsCall call = new AwsCall("c1", "e1", null, Phase.INVOKE, "1", null, 1, "sqs", "SendMessage", "mails",
				"us-east-1", 1, 2, 403, "AccessDenied", "no", CallOutcome.DENIED, Body.empty(), Body.empty(), null,
				null, new AccessDecision("arn:aws:sts::111122223333:assumed-role/r/s", false, List.of(permission)));

		assertThat(Words.of(call)).isEqualTo("403, denied: sqs:SendMessage on arn:aws:sqs:us-east-1:111122223333:mails "
				+ "because no identity-based policy allows the sqs:SendMessage action. Closest is ChargePolicy, Send: It "
				+ "allows the action on [arn:aws:sqs:us-east-1:111122223333:orders], which this resource is not. This "
				+ "would allow it: {\"Effect\": \"Allow\"}");
	}

}
