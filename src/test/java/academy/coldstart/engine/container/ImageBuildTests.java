package academy.coldstart.engine.container;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ImageBuildTests {

	@Test
	void tellsAFullDiskFromAMissingNetwork() {
		assertThat(ImageBuild.explain("exit code 1", "OSError: [Errno 28] No space left on device"))
			.hasMessageContaining("disk is full");
		assertThat(ImageBuild.explain("exit code 100", "Temporary failure resolving 'deb.debian.org'"))
			.hasMessageContaining("could not be reached");
		assertThat(
				ImageBuild.explain("exit code 1", "SSLError(SSLCertVerificationError(1, 'CERTIFICATE_VERIFY_FAILED'))")
					.remedies())
			.anySatisfy((remedy) -> assertThat(remedy).contains("PIP_CERT"));
	}

	@Test
	void namesTheBaseImageThatCannotBePulled() {
		assertThat(ImageBuild.explain("pull access denied for debian", "").remedies())
			.anySatisfy((remedy) -> assertThat(remedy).contains("docker pull debian:trixie-slim"));
	}

	@Test
	void repeatsWhatItDoesNotKnow() {
		assertThat(ImageBuild.explain("no such instruction", "")).hasMessageContaining("no such instruction");
	}

}
