package academy.coldstart.grading.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.course.Exercise;
import academy.coldstart.endstate.BucketState;
import academy.coldstart.endstate.EndState;
import academy.coldstart.endstate.Kept;
import academy.coldstart.endstate.QueueState;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.web.EndStateView.ItemRow;
import academy.coldstart.grading.web.EndStateView.MessageRow;
import academy.coldstart.grading.web.EndStateView.Named;
import academy.coldstart.grading.web.EndStateView.ObjectRow;
import academy.coldstart.grading.web.EndStateView.ResourceView;
import academy.coldstart.grading.web.EndStateView.Value;
import academy.coldstart.hint.OpenedHints;
import academy.coldstart.site.SampleCourse;
import academy.coldstart.site.SampleReports;
import academy.coldstart.site.SampleStates;
import academy.coldstart.ui.Phrase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class EndStateViewsTests {

	private final Exercise exercise = new SampleCourse().exercise(SampleCourse.CHARGE_ONCE).orElseThrow();

	@Test
	void showsTheStateOfTheRunThatIsShown() {
		EndStateView first = view(SampleStates.states(), true, null);
		assertThat(first.run()).isEqualTo("Run 1");
		assertThat(resource(first, "Ledger").items().getFirst().key().text())
			.isEqualTo("{\"pk\":{\"S\":\"larkspur#o-17\"}}");
		EndStateView second = view(SampleStates.states(), true, SampleReports.SECOND_SEED);
		assertThat(second.run()).isEqualTo("Run 2");
		assertThat(resource(second, "Ledger").items().getFirst().key().text()).contains("o-402");
	}

	@Test
	void namesResourcesByTheirLogicalIdsAndSaysWhatIsInThem() {
		EndStateView view = view(SampleStates.states(), true, null);
		assertThat(view.resources()).extracting(ResourceView::id, ResourceView::summary, ResourceView::name)
			.containsExactly(tuple("Ledger", "table, 122 items", "exercise-Ledger-1b2c3d4e"),
					tuple("Orders", "queue, empty", "exercise-Orders-5f6a"),
					tuple("OrdersDeadLetters", "queue, 1 visible, 1 in flight, 0 delayed",
							"exercise-OrdersDeadLetters-7b8c.fifo"),
					tuple("Receipts", "bucket, 3 objects", "exercise-receipts-9d0e"));
		assertThat(resource(view, "Ledger").key()).isEqualTo("pk (partition key, S)");
	}

	@Test
	void saysWhatIsLeftOut() {
		ResourceView ledger = resource(view(SampleStates.states(), true, null), "Ledger");
		assertThat(ledger.more()).isEqualTo("And 120 more.");
		assertThat(ledger.items()).extracting(ItemRow::more).containsOnly("And 12 more.");
		assertThat(resource(view(SampleStates.states(), true, null), "Receipts").more()).isNull();
		EndState full = EndState.of(SampleReports.FIRST_SEED,
				List.of(new BucketState("Receipts", "r", new Kept<>(List.of(), 1000, false)),
						new QueueState("Orders", "o", 4321, 0, 0, new Kept<>(List.of(), 4321, true))));
		assertThat(resource(view(List.of(full), true, null), "Receipts").summary())
			.isEqualTo("bucket, at least 1000 objects");
		assertThat(resource(view(List.of(full), true, null), "Orders").more())
			.isEqualTo("There is too much in it to be shown here.");
	}

	@Test
	void unfoldsWhatHasSomethingInItUnlessAllChecksPass() {
		assertThat(view(SampleStates.states(), true, null).resources()).filteredOn(ResourceView::open)
			.extracting(ResourceView::id)
			.containsExactly("Ledger", "OrdersDeadLetters", "Receipts");
		assertThat(view(SampleStates.states(), false, null).resources()).noneMatch(ResourceView::open);
	}

	@Test
	void showsMessagesWithTheirPlaceAndReceives() {
		List<MessageRow> messages = resource(view(SampleStates.states(), true, null), "OrdersDeadLetters").messages();
		assertThat(messages).extracting(MessageRow::place).containsExactly("visible", "in flight");
		assertThat(messages).extracting(MessageRow::receives).containsExactly(5, 1);
		assertThat(messages.getFirst().attributes()).containsExactly(new Named("ErrorCode", new Value("200", null)));
		assertThat(messages.getLast().group()).isEqualTo("larkspur");
	}

	@Test
	void makesControlCharactersVisibleAndSaysWhatWasCut() {
		List<MessageRow> messages = resource(view(SampleStates.states(), true, null), "OrdersDeadLetters").messages();
		assertThat(messages.getFirst().body().text()).contains("\"a␇b\\u202ec\"");
		assertThat(messages.getLast().body().text()).hasSize(2000);
		assertThat(messages.getLast().body().note()).isEqualTo("the beginning of 12,345 bytes");
	}

	@Test
	void saysThatAContentIsEmptyOrNotShown() {
		List<ObjectRow> objects = resource(view(SampleStates.states(), true, null), "Receipts").objects();
		assertThat(objects).extracting(ObjectRow::content)
			.containsExactly(new Value("paid", null), new Value("", "empty"), null);
		assertThat(objects).extracting(ObjectRow::size).containsExactly("4 bytes", "0 bytes", "1,204,311 bytes");
	}

	@Test
	void saysWhatCouldNotBeRead() {
		assertThat(view(SampleStates.states(), true, null).unread())
			.extracting((sentence) -> sentence.stream().map(Phrase::text).collect(Collectors.joining()))
			.containsExactly("The bucket Archive did not exist any more.",
					"The table Audit could not be read in time. This does not touch the verdict.");
	}

	@Test
	void showsNothingWhereNothingWasKept() {
		assertThat(EndStateViews.of(List.of(), report(true, null))).isNull();
		EndState other = EndState.of(4711, SampleStates.states().getFirst().resources());
		assertThat(EndStateViews.of(List.of(other), report(true, null))).isNull();
		EndState bare = EndState.of(SampleReports.FIRST_SEED, List.of());
		assertThat(EndStateViews.of(List.of(bare), report(true, null))).isNull();
	}

	private EndStateView view(List<EndState> states, boolean failing, @Nullable Long seed) {
		return Objects.requireNonNull(EndStateViews.of(states, report(failing, seed)));
	}

	private ReportView report(boolean failing, @Nullable Long seed) {
		List<CheckDefinition> checks = new ArrayList<>(this.exercise.checks());
		GradeReport report = SampleReports.report(this.exercise,
				failing ? GradeReport.Outcome.FAILED : GradeReport.Outcome.PASSED,
				checks.stream()
					.map((check) -> failing ? SampleReports.failed(check) : SampleReports.passed(check))
					.toList(),
				null);
		return new ReportViews("/submissions/1", report, this.exercise, SampleReports.traces(), OpenedHints.NONE)
			.view(null, (seed != null) ? seed : Long.valueOf(SampleReports.FIRST_SEED));
	}

	private static ResourceView resource(EndStateView view, String id) {
		return view.resources().stream().filter((one) -> one.id().equals(id)).findFirst().orElseThrow();
	}

}
