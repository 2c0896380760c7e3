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
	void casesAreNumberedWithoutAGap() {
		assertThat(this.cases).extracting(AttackCase::id)
			.isNotEmpty()
			.containsExactlyElementsOf(
					IntStream.rangeClosed(1, this.cases.size()).mapToObj((number) -> "c" + number).toList());
	}

	@Test
	void eachProgramIsThere() {
		assertThat(this.cases).allSatisfy((attack) -> attack.runs()
			.forEach((run) -> assertThat(attack.file(run.program())).as(attack.id()).isNotEmptyFile()));
	}

	@Test
	void eachCaseCanFail() {
		assertThat(this.cases).flatExtracting(AttackCase::runs)
			.extracting(FunctionRun::expect)
			.noneMatch(Expectation.ANY::equals);
	}

	@Test
	void pageListsTheCasesAsTheyAre() throws IOException {
		assertThat(Files.readString(PAGE)).contains(AttackTable.of(this.cases));
	}

}
