package academy.coldstart.grading.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.web.CheckCard.Link;
import academy.coldstart.hint.OpenedHints;
import academy.coldstart.site.SampleCourse;
import academy.coldstart.site.SampleReports;
import academy.coldstart.timeline.TimelineRow;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Trace;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReportViewsTests {

	private final Exercise exercise = new SampleCourse().exercise(SampleCourse.CHARGE_ONCE).orElseThrow();

	private final SourceFiles files = SampleCourse.files("handler.py", SampleCourse.STARTER);

	private final List<CheckResult> results = List.of(SampleReports.passed(this.exercise.checks().get(0)),
			SampleReports.failed(this.exercise.checks().get(1)), SampleReports.passed(this.exercise.checks().get(2)),
			SampleReports.passed(this.exercise.checks().get(3)));

	@Test
	void showsFailingChecksBeforePassingOnes() {
		ReportView view = views(SampleReports.traces()).view(this.files, null);
		assertThat(view.open()).extracting(CheckCard::id).containsExactly("C2");
		assertThat(view.passing()).extracting(CheckCard::id).containsExactly("C1", "C3", "C4");
		assertThat(view.passingTitle()).isEqualTo("3 checks pass");
	}

	@Test
	void opensOnTheRunThatDecidedTheFailingCheck() {
		ReportView view = views(SampleReports.traces()).view(this.files, null);
		assertThat(view.open().get(0).run()).isEqualTo("Run 1, seed 8841");
		assertThat(view.open().get(0).evidence()).extracting(Link::href).containsExactly("#c12", "#c14", "#l5");
		assertThat(run(view).rows()).filteredOn(TimelineRow::evidence)
			.extracting(TimelineRow::anchor)
			.containsExactly("c12", "c14");
	}

	@Test
	void leadsToTheOtherRunForItsEvidence() {
		ReportView view = views(SampleReports.traces()).view(this.files, SampleReports.SECOND_SEED);
		assertThat(view.open().get(0).evidence()).extracting(Link::href).startsWith("/submissions/1?seed=8841#c12");
		assertThat(run(view).rows()).noneMatch(TimelineRow::evidence);
	}

	@Test
	void pointsIntoTheGradedFile() {
		ReportView view = views(SampleReports.traces()).view(this.files, null);
		assertThat(view.open().get(0).place()).isEqualTo(new Link("handler.py line 12", "#file-0-line-12"));
		assertThat(Objects.requireNonNull(view.source()).files().get(0).lines().get(11).pointed()).isTrue();
	}

	@Test
	void givesHintsToFailingChecksOnly() {
		ReportView view = views(SampleReports.traces()).view(this.files, null);
		HintsView hints = Objects.requireNonNull(view.open().get(0).hints());
		assertThat(hints.all()).isEqualTo(3);
		assertThat(hints.open()).hasSize(1);
		assertThat(hints.next()).isEqualTo(2);
		assertThat(hints.unrecorded()).isTrue();
		assertThat(view.passing()).allSatisfy((card) -> assertThat(card.hints()).isNull());
	}

	@Test
	void showsWhatARoleUsedAndWhatItWasDenied() {
		RunView run = run(
				views(List.of(SampleReports.decided(SampleReports.traces().getFirst()))).view(this.files, null));
		RoleView role = run.roles().getFirst();
		assertThat(run.roles()).hasSize(1);
		assertThat(role.name()).isEqualTo("larkspur-charge-role");
		assertThat(role.summary()).isEqualTo("2 grants: 1 used, 1 unused. Permissions were denied 4 times.");
		assertThat(role.used()).singleElement()
			.satisfies((used) -> assertThat(List.of(used.action(), used.times(), used.statement(), used.call()))
				.containsExactly("dynamodb:GetItem", 3, "Orders, Read", "#c11"));
		assertThat(role.unused()).singleElement().satisfies((grant) -> assertThat(grant.action()).isEqualTo("s3:*"));
		assertThat(role.denied()).singleElement().satisfies((denied) -> {
			assertThat(denied.times()).isEqualTo(4);
			assertThat(denied.call()).isEqualTo("#c12");
			assertThat(denied.suggestion()).contains("\"Action\": \"dynamodb:PutItem\"");
		});
	}

	@Test
	void showsNoRolesWhereTheyDoNotDecide() {
		assertThat(run(views(SampleReports.traces()).view(this.files, null)).roles()).isEmpty();
	}

	@Test
	void foldsLongTimelines() {
		Trace small = SampleReports.traces().get(0);
		List<AwsCall> calls = new ArrayList<>();
		while (calls.size() < 2500) {
			calls.addAll(small.calls());
		}
		Trace large = new Trace(small.contract(), small.seed(), small.account(), small.startedAt(),
				small.environments(), small.invocations(), calls, small.logs(), small.actions());
		RunView run = run(views(List.of(large)).view(this.files, null));
		assertThat(run.rows()).hasSize(RunView.FIRST_ROWS);
		assertThat(run.more()).hasSize(RunView.MAX_ROWS - RunView.FIRST_ROWS);
		assertThat(run.left()).isPositive();
	}

	@Test
	void worksWithoutTraceFilesAndExercise() {
		GradeReport report = SampleReports.report(this.exercise, GradeReport.Outcome.FAILED, this.results, null);
		ReportView view = new ReportViews("/submissions/1", report, null, List.of(), OpenedHints.NONE).view(null, 1L);
		assertThat(view.run()).isNull();
		assertThat(view.source()).isNull();
		assertThat(view.open().get(0).hints()).isNull();
		assertThat(view.open().get(0).place()).isEqualTo(new Link("handler.py line 12", null));
	}

	@Test
	void readsTracesAsTheyAreStored() {
		List<Trace> traces = SampleReports.traces();
		assertThat(new TraceReader().read(SampleReports.json(traces))).isEqualTo(traces);
	}

	private static RunView run(ReportView view) {
		return Objects.requireNonNull(view.run());
	}

	private ReportViews views(List<Trace> traces) {
		GradeReport report = SampleReports.report(this.exercise, GradeReport.Outcome.FAILED, this.results, null);
		return new ReportViews("/submissions/1", report, this.exercise, traces,
				new OpenedHints(Map.of("C1", 3, "C2", 1), Set.of("C2")));
	}

}
