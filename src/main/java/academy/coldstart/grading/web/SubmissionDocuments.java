package academy.coldstart.grading.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.Gradings;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.ui.PageNotFound;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands out the state, the report, the trace and the state at the end of a submission for
 * programs.
 */
@RestController
class SubmissionDocuments {

	/** What a document that a learner's program had a part in may do in a browser. */
	static final String NOTHING = "sandbox; default-src 'none'; frame-ancestors 'none'";

	private final SubmissionPages pages;

	private final Gradings gradings;

	private final JsonMapper mapper;

	SubmissionDocuments(SubmissionPages pages, Gradings gradings, JsonMapper mapper) {
		this.pages = pages;
		this.gradings = gradings;
		this.mapper = mapper;
	}

	@GetMapping("/submissions/{id}/state")
	ResponseEntity<LiveState> state(@PathVariable UUID id) {
		LiveState live = this.pages.live(this.pages.find(new SubmissionId(id)));
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(live);
	}

	@GetMapping({ "/submissions/{id}/report.json", "/api/v1/submissions/{id}/report" })
	ResponseEntity<byte[]> report(@PathVariable UUID id) {
		GradingState state = this.pages.find(new SubmissionId(id));
		GradeReport report = state.report();
		if (report == null) {
			throw new PageNotFound("This submission has no report yet.");
		}
		return download("report.json",
				this.mapper.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(report));
	}

	@GetMapping({ "/submissions/{id}/trace.json", "/api/v1/submissions/{id}/trace" })
	ResponseEntity<byte[]> trace(@PathVariable UUID id) {
		return this.gradings.trace(new SubmissionId(id))
			.map((trace) -> download("trace.json", trace.getBytes(StandardCharsets.UTF_8)))
			.orElseThrow(() -> new PageNotFound("This submission has no trace."));
	}

	@GetMapping({ "/submissions/{id}/end-state.json", "/api/v1/submissions/{id}/end-state" })
	ResponseEntity<byte[]> endState(@PathVariable UUID id) {
		return this.gradings.endState(new SubmissionId(id))
			.map((state) -> download("end-state.json", state.getBytes(StandardCharsets.UTF_8)))
			.orElseThrow(() -> new PageNotFound("No state at the end was kept of this submission."));
	}

	private static ResponseEntity<byte[]> download(String name, byte[] content) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.APPLICATION_JSON)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.header("Content-Security-Policy", NOTHING)
			.body(content);
	}

}
