package academy.coldstart.grading.web;

import java.util.List;
import java.util.Optional;

import academy.coldstart.course.Attempt;
import academy.coldstart.course.Language;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.course.Slug;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.ReferenceRuns;
import academy.coldstart.grading.ReferenceState;
import academy.coldstart.grading.web.ReferencePage.Compared;
import academy.coldstart.grading.web.ReferencePage.Standing;
import academy.coldstart.timeline.PairView;
import academy.coldstart.trace.Trace;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts pages together that compare an attempt with the reference.
 */
@Component
class ReferencePages {

	private final ComparableAttempts attempts;

	private final ReferenceRuns references;

	private final TraceReader traces;

	private final LearnerProgress progress;

	private final StateContrasts states;

	ReferencePages(ComparableAttempts attempts, ReferenceRuns references, TraceReader traces, LearnerProgress progress,
			StateContrasts states) {
		this.attempts = attempts;
		this.references = references;
		this.traces = traces;
		this.progress = progress;
		this.states = states;
	}

	/**
	 * Ask for the run of the reference that an attempt is compared with, where there is
	 * one.
	 * @param state the attempt
	 */
	void request(GradingState state) {
		if (this.attempts.find(state) instanceof ComparableAttempt.Possible possible) {
			this.references.request(possible.key());
		}
	}

	ReferencePage page(GradingState state) {
		return switch (this.attempts.find(state)) {
			case ComparableAttempt.Impossible impossible ->
				page(state, Standing.IMPOSSIBLE, impossible.reason(), "", null);
			case ComparableAttempt.Possible possible -> page(state, possible);
		};
	}

	private ReferencePage page(GradingState state, ComparableAttempt.Possible attempt) {
		Optional<ReferenceState> run = this.references.find(attempt.key());
		Standing standing = run.map(ReferencePages::standing).orElse(Standing.OFFERED);
		return page(state, standing, sentence(run.orElse(null)), attempt.run(),
				(standing == Standing.COMPARED) ? compared(state, attempt) : null);
	}

	private static Standing standing(ReferenceState state) {
		return switch (state) {
			case WAITING, RUNNING -> Standing.WAITING;
			case FAULTED -> Standing.FAULTED;
			case DONE -> Standing.COMPARED;
		};
	}

	private static String sentence(@Nullable ReferenceState state) {
		return switch (state) {
			case null -> "The reference was not run with the values of this attempt yet.";
			case WAITING -> "Waiting for a free runner. Everything that was handed in goes first.";
			case RUNNING -> "Running the reference with the same values. It gives way when something is handed in.";
			case FAULTED -> "We could not run the reference. This is our fault and says nothing about your code.";
			case DONE -> "Both had the same names, values and faults to deal with.";
		};
	}

	private Compared compared(GradingState state, ComparableAttempt.Possible attempt) {
		Trace reference = this.references.trace(attempt.key()).map(this.traces::read).orElseThrow().getFirst();
		CallsGlimpse glimpse = CallsGlimpse.of(attempt.trace(), reference);
		boolean passed = isPassed(state);
		return new Compared(glimpse,
				(glimpse.anchor() != null) ? address(state) + "?seed=" + attempt.key().seed() + "#" + glimpse.anchor()
						: null,
				passed, attempt.report().outcome() == GradeReport.Outcome.FAILED,
				passed ? CallsChange.between(attempt.trace(), reference) : null,
				passed ? PairView.of(attempt.trace(), "Your run", reference, "The reference") : null,
				this.states.of(state, attempt.key(), passed));
	}

	private boolean isPassed(GradingState state) {
		return Slug.find(state.exercise())
			.map(this.progress::attempts)
			.orElse(List.of())
			.stream()
			.anyMatch((attempt) -> attempt.standing() == Attempt.Standing.PASSED);
	}

	private ReferencePage page(GradingState state, Standing standing, String sentence, String run,
			@Nullable Compared compared) {
		return new ReferencePage(this.attempts.title(state),
				"/exercises/" + state.exercise() + "?language=" + state.language(),
				Language.find(state.language()).map(Language::title).orElse(state.language()), address(state), standing,
				sentence, run, compared);
	}

	private static String address(GradingState state) {
		return "/submissions/" + state.submission();
	}

}
