package academy.coldstart.trial.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import academy.coldstart.course.SourceFiles;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradeReport.Problem;
import academy.coldstart.grading.OpenStack;
import academy.coldstart.timeline.FigureView;
import academy.coldstart.timeline.LogGroup;
import academy.coldstart.timeline.TimelineRow;
import academy.coldstart.timeline.TimelineRows;
import academy.coldstart.trace.Trace;
import academy.coldstart.trial.TryOutcome;
import academy.coldstart.trial.web.ResultView.PlaceView;
import academy.coldstart.trial.web.ResultView.RunPart;
import academy.coldstart.ui.Phrase;
import academy.coldstart.ui.VisibleText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Words what came of tries.
 *
 * @param files the files that were tried
 */
record Results(SourceFiles files) {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	/** More characters of a response or an error are not shown. */
	private static final int MAX_TEXT = 100_000;

	private static final int MAX_LOG_LINES = 300;

	private static final int MAX_ROWS = 300;

	ResultView of(TryOutcome outcome) {
		return switch (outcome) {
			case TryOutcome.Invoked invoked -> invoked(invoked);
			case TryOutcome.NotDeployed refused -> problem(refused.problem());
			case TryOutcome.NoFunction missing -> ResultView.refused("There is no such function.",
					"The template has no function %s. It has: %s.".formatted(missing.function(),
							missing.functions().isEmpty() ? "none" : String.join(", ", missing.functions())));
			case TryOutcome.Busy busy -> ResultView.refused("Nothing was tried.",
					"Too much is being tried at once. Wait until another try is done, then try again.");
			case TryOutcome.Faulted faulted -> ResultView.fault(faulted.problem().message() + " Try again.");
		};
	}

	private ResultView problem(Problem problem) {
		String title = problem.stage().equals("package") ? "The code could not be packed."
				: "The function could not be deployed.";
		Integer line = problem.line();
		CheckResult.Place place = (problem.file() != null)
				? new CheckResult.Place(problem.file(), (line != null) ? line : 1) : null;
		return new ResultView("refused", title, null, Phrase.parse(VisibleText.of(problem.message())), place(place),
				null, (problem.raw() != null) ? shown(problem.raw()) : null, List.of(), null, others(problem));
	}

	private static List<String> others(Problem problem) {
		Stream<String> listed = problem.others()
			.stream()
			.map((other) -> (other.line() != null) ? "Line " + other.line() + ": " + other.message() : other.message());
		Stream<String> left = (problem.left() > 0) ? Stream.of("And " + problem.left() + " more.") : Stream.empty();
		return Stream.concat(listed, left).map(VisibleText::of).toList();
	}

	private ResultView invoked(TryOutcome.Invoked invoked) {
		String deployment = Sentences.of(invoked.deployment());
		return switch (invoked.answer()) {
			case OpenStack.Returned returned -> new ResultView("returned", Sentences.returned(returned), deployment,
					List.of(), null, shown(pretty(returned.response())), null,
					Facts.of(returned.trace(), returned.requestId()), run(returned.trace()));
			case OpenStack.Failed failed -> new ResultView("failed", Sentences.failed(failed), deployment,
					Phrase.parse(VisibleText.of(failed.explanation())), place(failed.place()), null,
					shown(pretty(failed.error())), Facts.of(failed.trace(), failed.requestId()), run(failed.trace()));
			case OpenStack.Endless endless -> new ResultView("failed",
					"It was ended after " + endless.seconds() + " s: a try waits no longer.", deployment,
					Phrase.parse("The `Timeout` of the function allows it to go on. Look for a loop or a call that "
							+ "does not end."),
					null, null, null, List.of(), run(endless.trace()));
			case OpenStack.TurnedAway away -> ResultView.refused("Lambda did not hand the event to the function.",
					"It answered: " + VisibleText.of(away.message()));
			case OpenStack.Broken broken -> ResultView.fault(broken.fault().message());
		};
	}

	private @Nullable PlaceView place(CheckResult.@Nullable Place place) {
		if (place == null) {
			return null;
		}
		String source = Optional.ofNullable(this.files.contents().get(place.file()))
			.flatMap((
					content) -> new String(content, StandardCharsets.UTF_8).lines().skip(place.line() - 1L).findFirst())
			.orElse("");
		return new PlaceView(place.file(), place.line(), VisibleText.line(source.strip()));
	}

	private static RunPart run(Trace trace) {
		List<TimelineRow> rows = TimelineRows.of(trace);
		List<LogGroup.Line> lines = LogGroup.of(trace, Set.of())
			.stream()
			.flatMap((group) -> group.lines().stream())
			.limit(MAX_LOG_LINES)
			.toList();
		return new RunPart(lines, trace.logs().size() - lines.size(),
				rows.stream().filter((row) -> row.kind().equals("call")).limit(MAX_ROWS).toList(),
				FigureView.of(trace, Set.of(), Sentences.summary(trace)), rows.stream().limit(MAX_ROWS).toList());
	}

	private static String pretty(String json) {
		try {
			return MAPPER.readTree(json).toPrettyString();
		}
		catch (JacksonException ex) {
			return json;
		}
	}

	private static String shown(String text) {
		return VisibleText.of((text.length() <= MAX_TEXT) ? text
				: text.substring(0, MAX_TEXT) + "\n… " + (text.length() - MAX_TEXT) + " more characters");
	}

}
