package academy.coldstart.grading.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.Gradings;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.ui.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells programs how gradings go.
 */
@RestController
class GradingApi {

	private final SubmissionPages pages;

	private final Gradings gradings;

	private final RateLimits limits;

	GradingApi(SubmissionPages pages, Gradings gradings, RateLimits limits) {
		this.pages = pages;
		this.gradings = gradings;
		this.limits = limits;
	}

	@GetMapping("/api/v1/submissions/{id}")
	ResponseEntity<GradingDocument> submission(@PathVariable UUID id) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(document(this.pages.find(new SubmissionId(id))));
	}

	@PostMapping("/api/v1/submissions/{id}/retry")
	ResponseEntity<GradingDocument> retry(@PathVariable UUID id, HttpServletRequest request) {
		this.limits.submission(request.getRemoteAddr());
		SubmissionId submission = this.pages.find(new SubmissionId(id)).submission();
		this.gradings.retry(submission);
		return ResponseEntity.accepted().body(document(this.pages.find(submission)));
	}

	GradingDocument document(GradingState state) {
		return GradingDocument.of(state, this.pages.live(state));
	}

	/**
	 * A grading for programs, as {@code openapi.yaml} describes it.
	 *
	 * @param submission the id
	 * @param exercise the exercise
	 * @param language the language id
	 * @param submittedAt when it was handed in, in UTC
	 * @param sequence counts up with every change
	 * @param status {@code queued}, {@code running}, {@code finished} or
	 * {@code cancelled}
	 * @param ahead how many gradings wait before it
	 * @param summary one sentence on how it stands
	 * @param outcome {@code passed}, {@code failed} or {@code not-graded}, once finished
	 * @param score the points, once there is a verdict
	 * @param checks all checks in order
	 * @param links addresses to go on with
	 */
	record GradingDocument(String submission, String exercise, String language, String submittedAt, long sequence,
			String status, int ahead, String summary, @Nullable String outcome, @Nullable Integer score,
			List<Check> checks, Map<String, String> links) {

		GradingDocument {
			checks = List.copyOf(checks);
			links = Map.copyOf(links);
		}

		static GradingDocument of(GradingState state, LiveState live) {
			GradeReport report = state.report();
			String self = "/api/v1/submissions/" + state.submission();
			return new GradingDocument(live.submission(), state.exercise(), state.language(),
					state.submittedAt().toString(), live.sequence(), live.status(), live.ahead(), live.summary(),
					(report != null) ? report.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-') : null,
					(report != null && report.outcome() != GradeReport.Outcome.NOT_GRADED) ? report.score() : null,
					live.checks()
						.stream()
						.map((row) -> new Check(row.id(), row.title(), row.outcome(), row.message()))
						.toList(),
					Map.of("self", self, "events", self + "/events", "report", self + "/report", "trace",
							self + "/trace", "endState", self + "/end-state", "page",
							"/submissions/" + state.submission()));
		}

		/**
		 * A check.
		 *
		 * @param id its id
		 * @param title what holds when it passes
		 * @param outcome {@code waiting}, {@code passed}, {@code failed}, {@code blocked}
		 * or {@code errored}
		 * @param message what happened, when it did not pass
		 */
		record Check(String id, String title, String outcome, @Nullable String message) {
		}

	}

}
