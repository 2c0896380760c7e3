package academy.coldstart.attack;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExpectationTests {

	private static final String REPORT = "{\"refused\":{\"one\":\"EPERM\",\"two\":\"ENOENT\"},\"escaped\":{%s}}";

	private final Expectation refused = new Expectation(List.of(), null, 2, List.of("EPERM", "ENOENT"), null, null,
			null, false);

	private final Expectation limited = new Expectation(List.of("Sandbox.ProcessLimit"), "was stopped", 0, List.of(),
			null, null, null, false);

	@Test
	void isMetWhenEveryAttemptIsRefused() {
		assertThat(this.refused.miss(answer(REPORT.formatted("")))).isEmpty();
	}

	@Test
	void isMissedWhenAnAttemptSucceeds() {
		assertThat(this.refused.miss(answer(REPORT.formatted("\"read /etc/shadow\":\"root:\""))))
			.hasValue("it could read /etc/shadow: \"root:\"");
	}

	@Test
	void isMissedWhenAttemptsWereNotMade() {
		assertThat(this.refused.miss(answer("{\"refused\":{\"one\":\"EPERM\"},\"escaped\":{}}")))
			.hasValue("1 attempts were reported instead of 2");
		assertThat(this.refused.miss(answer("\"nothing\""))).hasValue("0 attempts were reported instead of 2");
	}

	@Test
	void isMissedWhenAnAttemptFailsInAnotherWay() {
		assertThat(
				this.refused.miss(answer("{\"refused\":{\"one\":\"EPERM\",\"two\":\"ENAMETOOLONG\"},\"escaped\":{}}")))
			.hasValue("two: ENAMETOOLONG");
	}

	@Test
	void isMissedWhenTheProgramFailsInsteadOfAttacking() {
		assertThat(this.refused.miss(error("ModuleNotFoundError", "no attempts"))).isPresent();
	}

	@Test
	void wantsTheCodeAndTheSentence() {
		assertThat(this.limited.miss(error("Sandbox.ProcessLimit", "The function was stopped"))).isEmpty();
		assertThat(this.limited.miss(error("Sandbox.ProcessLimit", "Something else"))).isPresent();
		assertThat(this.limited.miss(error("Sandbox.Timedout", "The function was stopped"))).isPresent();
		assertThat(this.limited.miss(answer("\"done\""))).isPresent();
	}

	private static FunctionAnswer answer(String payload) {
		return new FunctionAnswer(payload, false, "");
	}

	private static FunctionAnswer error(String type, String message) {
		return new FunctionAnswer("{\"errorType\":\"" + type + "\",\"errorMessage\":\"" + message + "\"}", true, "");
	}

}
