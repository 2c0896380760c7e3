package academy.coldstart.attack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import academy.coldstart.process.Command;
import academy.coldstart.process.CommandResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Runs harmless attacks without any sandbox and sees them succeed: a case that holds
 * anywhere proves nothing.
 */
class UnconfinedAttackIntegrationTests {

	private static final Path CASES = Path.of("attacks").toAbsolutePath();

	private static final String RUNNER = "import json, sys, app; print(json.dumps(app.handler(json.loads(sys.argv[1]), None)))";

	private final Canaries canaries = new Canaries();

	@AfterEach
	void close() {
		this.canaries.close();
	}

	@Test
	void readsAndChangesFilesOfTheMachine() {
		JsonNode escaped = attack("c21-files").path("escaped");
		assertThat(escaped.propertyNames()).contains("read a file that everybody may read", "write it",
				"list its directory", "climb out", "read /sys");
		assertThat(this.canaries.touched()).contains("files of the machine were changed");
	}

	@Test
	void reachesServicesOfTheMachine() {
		JsonNode escaped = attack("c18-network").path("escaped");
		assertThat(escaped.propertyNames()).contains("connect to 127.0.0.1", "connect to localhost");
		assertThat(this.canaries.touched()).anyMatch((text) -> text.startsWith("a service of the machine was reached"));
	}

	@Test
	void seesProcessesOfTheMachine() {
		JsonNode escaped = attack("c25-processes").path("escaped");
		assertThat(escaped.propertyNames()).contains("no more than three processes are seen", "signal the platform");
	}

	@Test
	void seesAccountsOfTheMachine() {
		assertThat(attack("c22-accounts").path("escaped").propertyNames()).contains("two accounts are known");
	}

	@Test
	void seesTheNameOfTheMachine() {
		assertThat(attack("c24-names").path("escaped").propertyNames()).contains("the host name says nothing");
	}

	@Test
	void escapesAreNotTakenForExpected() {
		AttackCase files = new CaseFolder(CASES).read().get(20);
		FunctionAnswer answer = new FunctionAnswer(attack("c21-files").toString(), false, "");
		assertThat(files.runs().getFirst().expect().miss(answer)).isPresent();
	}

	private JsonNode attack(String folder) {
		Map<String, Object> event = new HashMap<>(
				Map.of("canary", this.canaries.event(), "account", "111122223333", "other", "999988887777"));
		CommandResult result = CommandResult.of(
				new Command(
						List.of("/usr/bin/env", "python3", "-c", RUNNER, new JsonMapper().writeValueAsString(event)),
						Path.of("/"),
						Map.of("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"), "PYTHONPATH",
								CASES.resolve(folder) + ":" + CASES.resolve("shared"), "PYTHONDONTWRITEBYTECODE", "1")),
				Duration.ofMinutes(1), (line) -> {
				});
		assumeThat(result.exitCode()).as("python3 is there").isNotEqualTo(127);
		assertThat(result.succeeded()).as(result.output()).isTrue();
		return new JsonMapper().readTree(result.output());
	}

}
