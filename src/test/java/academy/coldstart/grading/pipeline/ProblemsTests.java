package academy.coldstart.grading.pipeline;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemsTests {

	@ParameterizedTest
	@ValueSource(strings = { "The queue is gone", "The queue is gone." })
	void endsAMessageOfAnExceptionOnce(String message) {
		assertThat(Problems.fault("run", new IllegalStateException(message)).message())
			.startsWith("Coldstart failed while it graded: The queue is gone. This is not the fault");
	}

	@Test
	void saysThatNoAttemptWasUsedWhenACheckBroke() {
		assertThat(Problems.errored("C2", "No idea.", null).message())
			.isEqualTo("Coldstart failed while it ran check C2: No idea. "
					+ "This is not the fault of the submission, and no attempt was used.");
	}

}
