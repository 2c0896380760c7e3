package academy.coldstart.recording.protocol;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PresentedCredentialsTests {

	@Test
	void readsSignatureVersion4() {
		assertThat(PresentedCredentials.of(Requests.signed("sqs", "POST /")))
			.isEqualTo(new PresentedCredentials("AKIAIOSFODNN7EXAMPLE", "us-east-1", "sqs", false, null));
	}

	@Test
	void readsAsymmetricSignatures() {
		assertThat(PresentedCredentials.of(Requests.head("GET /b", "Authorization",
				"AWS4-ECDSA-P256-SHA256 Credential=AKID/20260226/s3/aws4_request, SignedHeaders=host, Signature=0",
				"X-Amz-Region-Set", "eu-west-1,eu-west-2")))
			.isEqualTo(new PresentedCredentials("AKID", "eu-west-1", "s3", false, null));
	}

	@Test
	void readsPresignedQueries() {
		assertThat(PresentedCredentials
			.of(Requests.head("GET /b/k?X-Amz-Credential=111122223333%2F20260226%2Feu-west-1%2Fs3%2Faws4_request")))
			.isEqualTo(new PresentedCredentials("111122223333", "eu-west-1", "s3", true, null));
		assertThat(PresentedCredentials.of(Requests.head("GET /b/k?AWSAccessKeyId=AKID&Expires=1&Signature=s")))
			.isEqualTo(new PresentedCredentials("AKID", null, "s3", true, null));
	}

	@Test
	void readsNothingFromUnsignedAndForeignSchemes() {
		PresentedCredentials none = new PresentedCredentials(null, null, null, false, null);
		assertThat(PresentedCredentials.of(Requests.head("GET /b/k"))).isEqualTo(none);
		assertThat(PresentedCredentials.of(Requests.head("GET /b/k", "Authorization", "Bearer abc"))).isEqualTo(none);
	}

}
