package academy.coldstart.grader;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

class RunTests {

	private final AtomicInteger made = new AtomicInteger();

	private final Run run = newRun();

	private static Run newRun() {
		return new Run(Setup.of(RunTests.class, 1), new Stack(Map.of(), new TreeMap<>()), mock(Aws.class),
				new TraceRecorder(1, new AccountId("111122223333"), Clock.systemUTC()), mock(EnvironmentControl.class),
				Map.of("handler.py", new byte[0], "lib/rates.py", new byte[0],
						"src/main/java/larkspur/PricingHandler.java", new byte[0]));
	}

	private static AwsCall call(String id, @Nullable String frame) {
		return new AwsCall(id, "e1", null, Phase.INVOKE, "1", null, 1, "ssm", "GetParameter", null, "us-east-1", 1, 2,
				200, null, null, CallOutcome.FORWARDED, Body.empty(), Body.empty(), frame);
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

	@Test
	void pointsToTheLineThatMadeTheLastOfSomeCalls() {
		Calls calls = new Calls(List.of(call("c1", "handler.py:3"), call("c2", "lib/rates.py:12"), call("c3", null)));
		assertThat(this.run.place(calls)).isEqualTo(new Place("lib/rates.py", 12));
	}

	@Test
	void findsTheFileOfAJavaClass() {
		assertThat(this.run.place(new Calls(List.of(call("c1", "larkspur/PricingHandler.java:23")))))
			.isEqualTo(new Place("src/main/java/larkspur/PricingHandler.java", 23));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "handler.py", "other.py:3", "/etc/passwd:1", "handler.py:99999999999", "handler.py:x",
			"r.py:1" })
	void pointsToNoPlaceOutsideTheLearnersFiles(String frame) {
		assertThat(this.run.place(new Calls(List.of(call("c1", frame))))).isNull();
	}

	/**
	 * Something that several checks look at.
	 *
	 * @param number counts how often it was made
	 */
	private record Scene(int number) {
	}

}
