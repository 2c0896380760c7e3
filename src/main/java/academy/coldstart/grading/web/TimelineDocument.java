package academy.coldstart.grading.web;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.Gradings;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.timeline.Figure;
import academy.coldstart.timeline.FigureSvg;
import academy.coldstart.timeline.TimelineRows;
import academy.coldstart.trace.Trace;
import academy.coldstart.ui.PageNotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands out the figure of a run as a file of its own.
 */
@RestController
class TimelineDocument {

	private final SubmissionPages pages;

	private final Gradings gradings;

	private final TraceReader traces;

	TimelineDocument(SubmissionPages pages, Gradings gradings, TraceReader traces) {
		this.pages = pages;
		this.gradings = gradings;
		this.traces = traces;
	}

	@GetMapping("/submissions/{id}/timeline.svg")
	ResponseEntity<byte[]> timeline(@PathVariable UUID id, @RequestParam(required = false) @Nullable Long seed) {
		GradingState state = this.pages.find(new SubmissionId(id));
		Trace trace = this.gradings.trace(state.submission())
			.map(this.traces::read)
			.orElse(List.of())
			.stream()
			.filter((run) -> seed == null || run.seed() == seed)
			.findFirst()
			.orElseThrow(() -> new PageNotFound("This submission has no such run."));
		String svg = FigureSvg.document(Figure.of(trace, evidence(trace, state.report())),
				"What happened in a run of " + state.exercise() + ", seed " + trace.seed());
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.valueOf("image/svg+xml"))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("timeline.svg").build().toString())
			.header("Content-Security-Policy", SubmissionDocuments.NOTHING)
			.body(svg.getBytes(StandardCharsets.UTF_8));
	}

	private static Set<String> evidence(Trace trace, @Nullable GradeReport report) {
		Set<String> evidence = new HashSet<>();
		if (report != null) {
			report.checks()
				.stream()
				.filter((check) -> check.seed() == trace.seed())
				.map(CheckResult::evidence)
				.forEach(evidence::addAll);
		}
		for (int index = 0; index < trace.invocations().size(); index++) {
			if (evidence.contains(trace.invocations().get(index).requestId())) {
				evidence.add(TimelineRows.anchor(index));
			}
		}
		return evidence;
	}

}
