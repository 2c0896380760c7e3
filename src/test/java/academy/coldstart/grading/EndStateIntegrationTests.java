package academy.coldstart.grading;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.endstate.Difference;
import academy.coldstart.endstate.EndState;
import academy.coldstart.endstate.QueueState;
import academy.coldstart.endstate.QueueState.Place;
import academy.coldstart.endstate.TableState;
import academy.coldstart.endstate.TableState.Item;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Grades real exercises and looks at what they left behind.
 */
@RealEngineTest
class EndStateIntegrationTests {

	private static final long SEED = 11;

	private static final Pattern ORDER = Pattern.compile("\\\\\"orderId\\\\\": ?\\\\\"(o-\\w+)\\\\\"");

	@Autowired
	private Course course;

	@Autowired
	private Grading grading;

	@Test
	void showsWhatAWrongKeyLeavesBesideTheRightOne() {
		Exercise exercise = exercise("charge-once");
		GradedRun right = grade(exercise, solution(exercise, "conditional-put"));
		GradedRun wrong = grade(exercise,
				this.course.mistakes(exercise)
					.stream()
					.filter((mistake) -> mistake.name().equals("message-id-as-key"))
					.findFirst()
					.orElseThrow()
					.files());
		TableState ledger = table(right);
		assertThat(right.report().outcome()).as("%s", right.report()).isEqualTo(GradeReport.Outcome.PASSED);
		assertThat(ledger.logicalId()).isEqualTo("Ledger");
		assertThat(ledger.name()).startsWith("exercise-Ledger-");
		assertThat(ledger.items().complete()).isTrue();
		assertThat(ledger.items().first()).hasSizeGreaterThan(5).allSatisfy((item) -> {
			assertThat(item.key().text()).contains("#o-");
			assertThat(item.attributes().first()).filteredOn((one) -> one.name().equals("status"))
				.singleElement()
				.satisfies((status) -> assertThat(status.value().text()).isEqualTo("{\"S\":\"COMPLETED\"}"));
		});
		assertThat(itemsByOrder(ledger)).as("items of each order").isNotEmpty();
		assertThat(wrong.report().outcome()).isEqualTo(GradeReport.Outcome.FAILED);
		assertThat(itemsByOrder(table(wrong)).values()).as("items of each order").anyMatch((count) -> count > 1);
		assertThat(EndState.firstDifferences(state(right), state(wrong))).extracting(Difference::resource)
			.containsOnly("Ledger");
		assertThat(EndState.firstDifferences(state(right), state(right))).isEmpty();
		assertThat(List.of(right, wrong)).allSatisfy(EndStateIntegrationTests::leftNoTrace);
	}

	@Test
	void showsWhatBecameADeadLetter() {
		Exercise exercise = exercise("one-bad-apple");
		GradedRun run = grade(exercise, solution(exercise, "hand-written"));
		assertThat(run.report().outcome()).as("%s", run.report()).isEqualTo(GradeReport.Outcome.PASSED);
		List<QueueState> letters = state(run).queues()
			.stream()
			.filter((queue) -> queue.logicalId().contains("DeadLetters"))
			.toList();
		assertThat(letters).isNotEmpty().anySatisfy((queue) -> {
			assertThat(queue.visible()).isPositive();
			assertThat(queue.messages().first()).isNotEmpty().allSatisfy((message) -> {
				assertThat(message.place()).isEqualTo(Place.VISIBLE);
				assertThat(message.body().text()).contains("orderId");
			});
		});
		assertThat(state(run).unread()).isEmpty();
		leftNoTrace(run);
	}

	@Test
	void keepsNothingWhereNothingKeepsAnything() {
		Exercise exercise = exercise("hello-larkspur");
		GradedRun run = grade(exercise, this.course.solutions(exercise).getFirst().files());
		assertThat(state(run)).isEqualTo(EndState.of(SEED, List.of()));
	}

	private static void leftNoTrace(GradedRun run) {
		assertThat(run.traces()).flatExtracting((trace) -> trace.calls())
			.extracting("operation")
			.doesNotContain("Scan", "DescribeTable", "GetQueueAttributes", "ListObjectsV2");
	}

	private static Map<String, Long> itemsByOrder(TableState table) {
		return table.items()
			.first()
			.stream()
			.flatMap((item) -> order(item).stream())
			.collect(Collectors.groupingBy((order) -> order, Collectors.counting()));
	}

	private static List<String> order(Item item) {
		return item.attributes()
			.first()
			.stream()
			.map((attribute) -> ORDER.matcher(attribute.value().text()))
			.filter(Matcher::find)
			.map((matcher) -> matcher.group(1))
			.toList();
	}

	private static TableState table(GradedRun run) {
		return state(run).tables().getFirst();
	}

	private static EndState state(GradedRun run) {
		assertThat(run.states()).hasSize(1);
		return run.states().getFirst();
	}

	private GradedRun grade(Exercise exercise, SourceFiles files) {
		return this.grading.grade(new GradingTask(exercise, Language.PYTHON, files, List.of(SEED)),
				GradingProgress.NONE);
	}

	private SourceFiles solution(Exercise exercise, String name) {
		return this.course.solutions(exercise)
			.stream()
			.filter((solution) -> solution.name().equals(name))
			.findFirst()
			.orElseThrow()
			.files();
	}

	private Exercise exercise(String slug) {
		return this.course.exercise(new Slug(slug)).orElseThrow();
	}

}
