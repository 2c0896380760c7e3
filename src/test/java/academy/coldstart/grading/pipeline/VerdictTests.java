package academy.coldstart.grading.pipeline;

import java.util.List;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Place;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.CheckResult.Outcome;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradeReport.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VerdictTests {

	private static final Problem SYNTAX = new Problem("run", "syntax-error", "The code has a syntax error.",
			"handler.py", 3, null);

	private static final Problem ENGINE = new Problem("deploy", "engine-unavailable", "No engine.", null, null, null);

	private static final List<CheckDefinition> CHECKS = List.of(check("C1", 40, true), check("C2", 35, false),
			check("C3", 25, false));

	@Test
	void passesWithAllChecks() {
		Verdict verdict = Verdict.of(CHECKS, List.of(seed(11, passed("C1"), passed("C2"), passed("C3")),
				seed(22, passed("C1"), passed("C2"), passed("C3"))));

		assertThat(verdict.outcome()).isEqualTo(GradeReport.Outcome.PASSED);
		assertThat(verdict.score()).isEqualTo(100);
		assertThat(verdict.checks()).extracting(CheckResult::points).containsExactly(40, 35, 25);
	}

	@Test
	void passesAtThePassMarkWithEveryGate() {
		Verdict verdict = Verdict.of(CHECKS, List.of(seed(11, passed("C1"), passed("C2"), failed("C3"))));

		assertThat(verdict.score()).isEqualTo(75);
		assertThat(verdict.outcome()).isEqualTo(GradeReport.Outcome.PASSED);
	}

	@Test
	void failsBelowThePassMark() {
		Verdict verdict = Verdict.of(CHECKS, List.of(seed(11, passed("C1"), failed("C2"), passed("C3"))));

		assertThat(verdict.score()).isEqualTo(65);
		assertThat(verdict.outcome()).isEqualTo(GradeReport.Outcome.FAILED);
	}

	@Test
	void capsTheScoreWhenAGateFails() {
		List<CheckDefinition> checks = List.of(check("C1", 10, true), check("C2", 90, false));

		Verdict verdict = Verdict.of(checks, List.of(seed(11, failed("C1"), passed("C2"))));

		assertThat(verdict.score()).isEqualTo(60);
		assertThat(verdict.outcome()).isEqualTo(GradeReport.Outcome.FAILED);
	}

	@Test
	void doesNotRaiseALowScoreToTheCap() {
		Verdict verdict = Verdict.of(CHECKS, List.of(seed(11, failed("C1"), failed("C2"), passed("C3"))));

		assertThat(verdict.score()).isEqualTo(25);
	}

	@Test
	void takesTheWorseSeedWithItsEvidence() {
		SeedCheck failure = SeedCheck.thrown("C1",
				LearnerFailure.because("Charged twice.").evidence(List.of("c12", "e1")).at(new Place("handler.py", 7)),
				5);

		CheckResult result = Verdict.merge(CHECKS.getFirst(), List.of(seed(11, passed("C1")), seed(22, failure)));

		assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
		assertThat(result.seed()).isEqualTo(22);
		assertThat(result.evidence()).containsExactly("s2:c12", "s2:e1");
		assertThat(result.place()).isEqualTo(new CheckResult.Place("handler.py", 7));
		assertThat(result.points()).isZero();
		assertThat(result.maxPoints()).isEqualTo(40);
	}

	@Test
	void takesTheFirstSeedOfEqualResults() {
		CheckResult result = Verdict.merge(CHECKS.getFirst(), List.of(seed(11, failed("C1")), seed(22, failed("C1"))));

		assertThat(result.seed()).isEqualTo(11);
	}

	@Test
	void prefersFailedOverBlocked() {
		CheckResult result = Verdict.merge(CHECKS.getFirst(),
				List.of(seed(11, SeedCheck.blocked("C1", "in the way", "run", 1)), seed(22, failed("C1"))));

		assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
	}

	@Test
	void givesNoVerdictWhenACheckErrored() {
		SeedCheck errored = SeedCheck.errored("C2", new IllegalStateException("oops"), 3);

		Verdict verdict = Verdict.of(CHECKS, List.of(seed(11, failed("C1"), errored, passed("C3")),
				seed(22, failed("C1"), passed("C2"), passed("C3"))));

		assertThat(verdict.outcome()).isEqualTo(GradeReport.Outcome.NOT_GRADED);
		assertThat(verdict.score()).isZero();
		assertThat(verdict.problem()).isNotNull().extracting(Problem::kind).isEqualTo("check-errored");
		assertThat(verdict.checks().get(1).outcome()).isEqualTo(Outcome.ERRORED);
		assertThat(verdict.checks().get(1).points()).isZero();
	}

	@Test
	void givesNoVerdictWhenThePlatformFailed() {
		Verdict verdict = Verdict.of(CHECKS,
				List.of(seed(11, passed("C1"), passed("C2"), passed("C3")), broken(22, null, ENGINE)));

		assertThat(verdict.outcome()).isEqualTo(GradeReport.Outcome.NOT_GRADED);
		assertThat(verdict.problem()).isEqualTo(ENGINE);
	}

	@Test
	void prefersThePlatformsFaultOverTheLearnersProblem() {
		Verdict verdict = Verdict.of(CHECKS, List.of(broken(11, SYNTAX, null), broken(22, null, ENGINE)));

		assertThat(verdict.outcome()).isEqualTo(GradeReport.Outcome.NOT_GRADED);
	}

	@Test
	void blocksChecksBehindAProblem() {
		Verdict verdict = Verdict.of(CHECKS, List.of(broken(11, SYNTAX, null), broken(22, SYNTAX, null)));

		assertThat(verdict.outcome()).isEqualTo(GradeReport.Outcome.FAILED);
		assertThat(verdict.score()).isZero();
		assertThat(verdict.problem()).isEqualTo(SYNTAX);
		assertThat(verdict.checks()).allSatisfy((check) -> {
			assertThat(check.outcome()).isEqualTo(Outcome.BLOCKED);
			assertThat(check.blockedBy()).isEqualTo("run");
			assertThat(check.message()).contains("The code has a syntax error.");
		});
	}

	@Test
	void neverPassesACheckWithoutAResult() {
		Verdict verdict = Verdict.of(CHECKS, List.of(seed(11, passed("C1"), passed("C2"))));

		assertThat(verdict.outcome()).isEqualTo(GradeReport.Outcome.NOT_GRADED);
	}

	private static CheckDefinition check(String id, int points, boolean gate) {
		return new CheckDefinition(id, "It works.", points, gate, CheckDefinition.Visibility.VISIBLE,
				List.of("a", "b", "c"));
	}

	private static SeedOutcome seed(long seed, SeedCheck... checks) {
		return new SeedOutcome(seed, List.of(checks), null, null, null, null);
	}

	private static SeedOutcome broken(long seed, @Nullable Problem problem, @Nullable Problem fault) {
		return new SeedOutcome(seed, List.of(), problem, fault, null, null);
	}

	private static SeedCheck passed(String id) {
		return SeedCheck.passed(id, 1);
	}

	private static SeedCheck failed(String id) {
		return SeedCheck.thrown(id, LearnerFailure.because("It does not."), 1);
	}

}
