package academy.coldstart.grader;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.TraceRecorder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

class RunTests {

	private final AtomicInteger made = new AtomicInteger();

	private final Run run = newRun();

	private static Run newRun() {
		return new Run(Setup.of(RunTests.class, 1), new Stack(Map.of(), new TreeMap<>()), mock(Aws.class),
				new TraceRecorder(1, new AccountId("111122223333"), Clock.systemUTC()), mock(EnvironmentControl.class),
				Set.of());
	}

	private Scene make() {
		return new Scene(this.made.incrementAndGet());
	}

	@Test
	void makesASceneOnceForAllChecksOfARun() {
		Scene first = this.run.once(Scene.class, this::make);
		assertThat(this.run.once(Scene.class, this::make)).isSameAs(first);
		assertThat(newRun().once(Scene.class, this::make)).isNotEqualTo(first);
	}

	@Test
	void makesASceneAgainThatCouldNotBePlayed() {
		assertThatExceptionOfType(LearnerFailure.class).isThrownBy(() -> this.run.once(Scene.class, () -> {
			throw LearnerFailure.because("It failed");
		}));
		assertThat(this.run.once(Scene.class, this::make)).isEqualTo(new Scene(1));
	}

	@Test
	void aSceneMayNeedAnother() {
		assertThat(this.run.once(String.class, () -> "scene " + this.run.once(Scene.class, this::make).number()))
			.isEqualTo("scene 1");
	}

	/**
	 * Something that several checks look at.
	 *
	 * @param number counts how often it was made
	 */
	private record Scene(int number) {
	}

}
