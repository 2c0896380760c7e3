package academy.coldstart.trial.web;

import java.util.List;

import academy.coldstart.timeline.FigureView;
import academy.coldstart.timeline.LogGroup;
import academy.coldstart.timeline.TimelineRow;
import academy.coldstart.ui.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * What came of a try. It is no verdict.
 *
 * @param kind {@code returned}, {@code failed}, {@code refused} or {@code fault}
 * @param title what came of it, as a sentence
 * @param deployment what was done before, as a sentence, or null
 * @param text what went wrong and where to look
 * @param place the line of the learner's files that it points to, or null
 * @param response what the function returned, or null
 * @param raw the original error, or null
 * @param facts what is known of the invocation
 * @param run what happened, or null when nothing ran
 * @param others what else is wrong with the files
 */
record ResultView(String kind, String title, @Nullable String deployment, List<Phrase> text, @Nullable PlaceView place,
		@Nullable String response, @Nullable String raw, List<Fact> facts, @Nullable RunPart run, List<String> others) {

	ResultView {
		text = List.copyOf(text);
		facts = List.copyOf(facts);
		others = List.copyOf(others);
	}

	ResultView(String kind, String title, @Nullable String deployment, List<Phrase> text, @Nullable PlaceView place,
			@Nullable String response, @Nullable String raw, List<Fact> facts, @Nullable RunPart run) {
		this(kind, title, deployment, text, place, response, raw, facts, run, List.of());
	}

	static ResultView refused(String title, String message) {
		return new ResultView("refused", title, null, Phrase.parse(message), null, null, null, List.of(), null);
	}

	static ResultView fault(String message) {
		return new ResultView("fault", "Coldstart failed, not your code.", null, Phrase.parse(message), null, null,
				null, List.of(), null);
	}

	/**
	 * Something known.
	 *
	 * @param name what it is
	 * @param value its value
	 */
	record Fact(String name, String value) {
	}

	/**
	 * A line of the learner's files.
	 *
	 * @param file the file
	 * @param line the line, from 1
	 * @param source what stands there, or an empty text
	 */
	record PlaceView(String file, int line, String source) {
	}

	/**
	 * What happened.
	 *
	 * @param logs the log lines
	 * @param logsLeft how many log lines are not shown
	 * @param calls the AWS calls
	 * @param figure everything as a figure
	 * @param rows the same as rows
	 */
	record RunPart(List<LogGroup.Line> logs, int logsLeft, List<TimelineRow> calls, FigureView figure,
			List<TimelineRow> rows) {

		RunPart {
			logs = List.copyOf(logs);
			calls = List.copyOf(calls);
			rows = List.copyOf(rows);
		}

	}

}
