package academy.coldstart.recording;

import academy.coldstart.recording.protocol.PresentedCredentials;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.Signer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SessionKeysTests {

	private static final String KEY = "LSIAQAAAAAAAAAAAAAAB";

	private final SessionKeys keys = new SessionKeys(new AccountId("000000000000"), new RoleSession(KEY, "token"));

	@Test
	void keyAndTokenOfTheEnvironmentAreTheRoles() {
		assertThat(this.keys.signer(presented(KEY, "token"))).isEqualTo(Signer.ROLE);
	}

	@Test
	void keyOfTheRoleNeedsItsToken() {
		assertThat(this.keys.signer(presented(KEY, null))).isEqualTo(Signer.WITHOUT_TOKEN);
		assertThat(this.keys.signer(presented(KEY, "another"))).isEqualTo(Signer.WITHOUT_TOKEN);
	}

	@Test
	void anyOtherKeyIsNotTheRoles() {
		assertThat(this.keys.signer(presented("AKIAIOSFODNN7EXAMPLE", null))).isEqualTo(Signer.OTHER);
		assertThat(this.keys.signer(presented("LSIAQAAAAAAAAAAAAAAC", "token"))).isEqualTo(Signer.OTHER);
	}

	@Test
	void callWithoutSignatureIsNobodys() {
		assertThat(this.keys.signer(presented(null, null))).isEqualTo(Signer.NOBODY);
	}

	private static PresentedCredentials presented(@Nullable String key, @Nullable String token) {
		return new PresentedCredentials(key, "us-east-1", "sqs", false, token);
	}

}
