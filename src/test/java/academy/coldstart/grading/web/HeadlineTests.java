package academy.coldstart.grading.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import academy.coldstart.course.Exercise;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradeReport.Outcome;
import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.GradingState.Status;
import academy.coldstart.site.SampleCourse;
import academy.coldstart.site.SampleReports;
import academy.coldstart.submission.SubmissionId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeadlineTests {

	private final Exercise exercise = new SampleCourse().exercise(SampleCourse.CHARGE_ONCE).orElseThrow();

	@Test
	void saysHowManyAreAhead() {
		assertThat(Headline.of(state(Status.QUEUED, 2, null), 4, Outlook.OPEN))
			.isEqualTo("Waiting for a free runner: 2 ahead of yours.");
		assertThat(Headline.of(state(Status.QUEUED, 0, null), 4, Outlook.OPEN))
			.isEqualTo("Waiting for a free runner. Yours is next.");
	}

	@Test
	void saysHowLongItWillTakeWhereThatWasMeasured() {
		assertThat(waiting(2, Duration.ofMillis(6100)))
			.isEqualTo("Waiting for a free runner: 2 ahead of yours, about 10 s.");
		assertThat(waiting(0, Duration.ofMillis(10))).isEqualTo("Waiting for a free runner. Yours is next, about 5 s.");
		assertThat(waiting(0, Duration.ofSeconds(61))).endsWith("about 70 s.");
		assertThat(waiting(0, Duration.ofMinutes(2))).endsWith("about 120 s.");
		assertThat(waiting(0, Duration.ofSeconds(121))).endsWith("about 3 min.");
	}

	@Test
	void saysWhatKeepsItWaitingInsteadOfPromisingAPlace() {
		Outlook outlook = new Outlook(Duration.ofSeconds(8), true);
		String sentence = "Waiting for the engine. Your code is kept, and graded as soon as it is ready.";
		assertThat(Headline.of(state(Status.QUEUED, 2, null), 4, outlook)).isEqualTo(sentence);
		assertThat(Headline.of(state(Status.RUNNING, 0, "engine"), 4, outlook)).isEqualTo(sentence);
	}

	@Test
	void saysThatItWasCancelled() {
		assertThat(Headline.of(state(Status.CANCELLED, 0, null), 4, Outlook.OPEN)).contains("You cancelled this",
				"does not count as an attempt");
	}

	@Test
	void namesTheStage() {
		assertThat(Headline.of(state(Status.RUNNING, 0, "deploy"), 4, Outlook.OPEN))
			.isEqualTo("Deploying your function.");
	}

	@Test
	void saysThatAResultWaitsToBeSaved() {
		assertThat(Headline.of(state(Status.RUNNING, 0, GradingState.SAVING), 4, Outlook.OPEN))
			.startsWith("All checks are done.")
			.contains("cannot be saved at the moment");
	}

	@Test
	void toleratesStageItDoesNotKnow() {
		assertThat(Headline.of(state(Status.RUNNING, 0, "polish"), 4, Outlook.OPEN))
			.isEqualTo("Your code is being graded.");
	}

	@Test
	void countsWhatIsLeft() {
		assertThat(Headline.of(report(Outcome.FAILED, 1))).isEqualTo("3 of 4 checks pass. One to go.");
		assertThat(Headline.of(report(Outcome.FAILED, 2))).isEqualTo("2 of 4 checks pass. Two to go.");
		assertThat(Headline.of(report(Outcome.FAILED, 4))).isEqualTo("None of the 4 checks passes yet.");
		assertThat(Headline.of(report(Outcome.PASSED, 0))).isEqualTo("All 4 checks pass.");
	}

	@Test
	void takesTheBlameForFaultsOfThePlatform() {
		assertThat(Headline.of(report(Outcome.NOT_GRADED, 4))).startsWith("We could not run your code.")
			.contains("our fault", "does not count as an attempt", "files are saved");
	}

	@Test
	void pointsAtTheProblemWhenNoCheckCouldRun() {
		assertThat(Headline.of(SampleReports.syntaxError(this.exercise)))
			.isEqualTo("No check could run yet. There is a problem to fix first.");
	}

	@Test
	void explainsPointsByPassMarkAndOpenGates() {
		assertThat(Verdict.of(report(Outcome.FAILED, 1), this.exercise)).isEqualTo("65 of 100 points. The exercise is "
				+ "passed from 70 points, if every check marked “must hold” passes; one of those is open.");
		assertThat(Verdict.of(report(Outcome.PASSED, 0), this.exercise))
			.isEqualTo("100 of 100 points: the exercise is passed.");
	}

	private GradeReport report(Outcome outcome, int failing) {
		List<CheckResult> checks = this.exercise.checks()
			.stream()
			.map((check) -> (this.exercise.checks().indexOf(check) < failing) ? SampleReports.failed(check)
					: SampleReports.passed(check))
			.toList();
		return SampleReports.report(this.exercise, outcome, checks, null);
	}

	private static String waiting(int ahead, Duration estimate) {
		return Headline.of(state(Status.QUEUED, ahead, null), 4, new Outlook(estimate, false));
	}

	private static GradingState state(Status status, int ahead, @Nullable String stage) {
		return new GradingState(SubmissionId.create(), "charge-once", "python", 1, status, ahead, stage, List.of(),
				null, Instant.EPOCH);
	}

}
