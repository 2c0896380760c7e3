package academy.coldstart.grading.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.course.Exercise;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradingState;
import academy.coldstart.ui.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * A grading while it goes on: the JSON of {@code state} and of each event, and what the
 * page shows.
 *
 * @param submission the id of the submission
 * @param sequence counts up with every change
 * @param status {@code queued}, {@code running}, {@code finished} or {@code cancelled}
 * @param ahead how many gradings wait before it
 * @param summary one sentence on how it stands
 * @param stages the stages in order
 * @param checks all checks of the exercise in order
 */
record LiveState(String submission, long sequence, String status, int ahead, String summary, List<StageRow> stages,
		List<CheckRow> checks) {

	LiveState {
		stages = List.copyOf(stages);
		checks = List.copyOf(checks);
	}

	static LiveState of(GradingState state, @Nullable Exercise exercise, Outlook outlook) {
		List<CheckRow> checks = (exercise != null)
				? exercise.checks().stream().map((check) -> CheckRow.of(check, state)).toList()
				: state.checks().stream().map(CheckRow::of).toList();
		return new LiveState(state.submission().toString(), state.sequence(),
				state.status().name().toLowerCase(Locale.ROOT), state.ahead(),
				Headline.of(state, checks.size(), outlook), StageRow.of(state), checks);
	}

	boolean isCancelled() {
		return this.status.equals("cancelled");
	}

	/**
	 * A check in the list.
	 *
	 * @param id its id
	 * @param title what holds when it passes
	 * @param outcome its outcome, or {@code waiting}
	 * @param sign the sign of the outcome
	 * @param word the word of the outcome
	 * @param message what happened, when it did not pass
	 */
	record CheckRow(String id, String title, String outcome, String sign, String word, @Nullable String message) {

		static CheckRow of(CheckDefinition check, GradingState state) {
			return state.checks()
				.stream()
				.filter((result) -> result.id().equals(check.id()))
				.findFirst()
				.map(CheckRow::of)
				.orElseGet(() -> new CheckRow(check.id(), check.title(), CheckWord.WAITING.getId(),
						CheckWord.WAITING.getSign(), CheckWord.WAITING.getWord(), null));
		}

		static CheckRow of(CheckResult result) {
			CheckWord word = CheckWord.of(result.outcome());
			return new CheckRow(result.id(), result.title(), word.getId(), word.getSign(), word.getWord(),
					(result.message() != null) ? plain(result.message()) : null);
		}

		private static String plain(String sentence) {
			return VisibleText.of(sentence).replace("`", "");
		}

	}

	/**
	 * A stage in the list.
	 *
	 * @param id its id
	 * @param title its title
	 * @param state {@code done}, {@code now} or {@code waiting}
	 * @param word the state for people
	 */
	record StageRow(String id, String title, String state, String word) {

		static List<StageRow> of(GradingState state) {
			Stage present = present(Objects.requireNonNullElse(state.stage(), ""));
			boolean over = state.status() == GradingState.Status.FINISHED || GradingState.SAVING.equals(state.stage());
			return List.of(Stage.values()).stream().map((stage) -> of(stage, present, over)).toList();
		}

		private static @Nullable Stage present(String stage) {
			return GradingState.REPEATING.equals(stage) ? Stage.ENGINE : Stage.find(stage).orElse(null);
		}

		private static StageRow of(Stage stage, @Nullable Stage present, boolean over) {
			if (over || (present != null && stage.compareTo(present) < 0)) {
				return new StageRow(stage.id(), stage.title(), "done", "Done");
			}
			return (stage == present) ? new StageRow(stage.id(), stage.title(), "now", "Now")
					: new StageRow(stage.id(), stage.title(), "waiting", "Waiting");
		}

	}

}
