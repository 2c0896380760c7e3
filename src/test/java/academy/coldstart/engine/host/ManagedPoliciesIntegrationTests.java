package academy.coldstart.engine.host;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.iam.IamClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Accounts share the policies that AWS manages, and nothing that happens to them.
 */
@ExtendWith(SharedEngine.class)
class ManagedPoliciesIntegrationTests {

	private static final String POLICY = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";

	@RepeatedTest(2)
	void countsAttachmentsOfTheAccountOnly(TestAccount account) {
		IamClient iam = account.client(IamClient.builder());
		account.createRole("reader");
		assertThat(attachments(iam)).isZero();
		iam.attachRolePolicy((request) -> request.roleName("reader").policyArn(POLICY));
		assertThat(attachments(iam)).isOne();
		assertThat(
				iam.getPolicyVersion((request) -> request.policyArn(POLICY).versionId("v1")).policyVersion().document())
			.contains("logs:CreateLogGroup");
	}

	private static int attachments(IamClient iam) {
		return iam.getPolicy((request) -> request.policyArn(POLICY)).policy().attachmentCount();
	}

}
