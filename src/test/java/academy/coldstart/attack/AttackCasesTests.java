package academy.coldstart.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AttackCasesTests {

	private static final Path PAGE = Path.of("docs/attacks.md");

	private final List<AttackCase> cases = new CaseFolder(Path.of("attacks")).read();

	@Test
	void thereAreSixtyCases() {
		assertThat(this.cases).extracting(AttackCase::id)
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 60).mapToObj((number) -> "c" + number).toList());
	}

	@Test
	void eachProgramIsThere() {
		assertThat(this.cases).allSatisfy((attack) -> attack.runs()
			.forEach((run) -> assertThat(attack.file(run.program())).as(attack.id()).isNotEmptyFile()));
	}

	@Test
	void eachCaseCanFail() {
		assertThat(this.cases).filteredOn((attack) -> attack.drill() == null)
			.flatExtracting(AttackCase::runs)
			.extracting(FunctionRun::expect)
			.noneMatch(Expectation.ANY::equals);
	}

	@Test
	void pageListsTheCasesAsTheyAre() throws IOException {
		assertThat(Files.readString(PAGE)).contains(AttackTable.of(this.cases));
	}

}
