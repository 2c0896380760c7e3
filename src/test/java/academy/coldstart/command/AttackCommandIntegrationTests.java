package academy.coldstart.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

import academy.coldstart.ColdstartApplication;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Makes all attacks on the platform as it is wired.
 */
class AttackCommandIntegrationTests {

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	@Test
	void noAttackEscapesAndNothingIsLeft() {
		int code = run("attack");
		boolean possible = !this.err.toString().contains("Attacks would prove nothing");
		assertThat(possible || !Boolean.parseBoolean(System.getenv("COLDSTART_REQUIRE_SANDBOX")))
			.as(this.err.toString())
			.isTrue();
		assumeThat(possible).as(this.err.toString()).isTrue();
		assertThat(code).as(this.out + "\n" + this.err).isZero();
		assertThat(this.out.toString()).contains("c60", "Left afterwards: no process")
			.doesNotContain("ESCAPED", "skipped");
	}

	@Test
	void suggestsTheCaseThatIsMeant() {
		assertThat(run("attack", "c61")).isEqualTo(2);
		assertThat(this.err.toString()).contains("There is no case named c61.");
	}

	private int run(String... arguments) {
		List<String> line = new ArrayList<>(List.of(arguments));
		return Commands.execute(ColdstartApplication.class, new PrintWriter(this.out), new PrintWriter(this.err), line);
	}

}
