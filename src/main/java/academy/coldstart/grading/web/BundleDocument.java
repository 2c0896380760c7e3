package academy.coldstart.grading.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;

import academy.coldstart.grading.BundleManifest;
import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.Gradings;
import academy.coldstart.grading.RunBundle;
import academy.coldstart.submission.Submission;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.submission.Submissions;
import academy.coldstart.ui.PageNotFound;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands out a run as one file, for somebody who is to look at a check that is said to be
 * wrong.
 */
@RestController
class BundleDocument {

	private final SubmissionPages pages;

	private final Gradings gradings;

	private final Submissions submissions;

	private final Clock clock;

	BundleDocument(SubmissionPages pages, Gradings gradings, Submissions submissions, Clock clock) {
		this.pages = pages;
		this.gradings = gradings;
		this.submissions = submissions;
		this.clock = clock;
	}

	@PostMapping("/submissions/{id}/bundle")
	ResponseEntity<byte[]> bundle(@PathVariable UUID id, @RequestParam String check,
			@RequestParam(defaultValue = "") String reason) throws IOException {
		GradingState state = this.pages.find(new SubmissionId(id));
		GradeReport report = report(state, check);
		Submission submission = this.submissions.find(state.submission())
			.orElseThrow(() -> new PageNotFound("There is no submission with this number."));
		RunBundle bundle = new RunBundle(BundleManifest.of(check, reason, report, this.clock.instant()),
				submission.files(), report, this.gradings.trace(state.submission()).orElse(""),
				this.gradings.endState(state.submission()).orElse(""));
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		bundle.write(content);
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.parseMediaType("application/zip"))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name(state, check)).build().toString())
			.header("Content-Security-Policy", SubmissionDocuments.NOTHING)
			.body(content.toByteArray());
	}

	private static GradeReport report(GradingState state, String check) {
		GradeReport report = state.report();
		if (report == null || report.checks().stream().noneMatch((result) -> result.id().equals(check))) {
			throw new PageNotFound("The report of this submission has no such check.");
		}
		return report;
	}

	private static String name(GradingState state, String check) {
		String name = "coldstart-" + state.exercise() + "-" + check + "-"
				+ state.submission().toString().substring(0, 8);
		return name.replaceAll("[^A-Za-z0-9-]", "_") + ".zip";
	}

}
