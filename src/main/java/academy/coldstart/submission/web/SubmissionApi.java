package academy.coldstart.submission.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.submission.Receipt;
import academy.coldstart.submission.SubmissionRejected;
import academy.coldstart.submission.Submissions;
import academy.coldstart.submission.Upload;
import academy.coldstart.ui.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes work from programs in, by the same rules as from the page.
 */
@RestController
class SubmissionApi {

	private static final Logger logger = LoggerFactory.getLogger(SubmissionApi.class);

	private final Exercises exercises;

	private final Submissions submissions;

	private final RateLimits limits;

	SubmissionApi(Exercises exercises, Submissions submissions, RateLimits limits) {
		this.exercises = exercises;
		this.submissions = submissions;
		this.limits = limits;
	}

	@PostMapping(path = "/api/v1/exercises/{slug}/submissions", consumes = "application/zip")
	ResponseEntity<Accepted> archive(@PathVariable String slug, @RequestParam String language,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key, @RequestBody byte[] archive,
			HttpServletRequest request) {
		return accept(slug, language, key, new Upload.Zip(new ByteArrayResource(archive)), request);
	}

	@PostMapping(path = "/api/v1/exercises/{slug}/submissions", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Accepted> texts(@PathVariable String slug, @RequestParam String language,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key, @RequestBody Texts texts,
			HttpServletRequest request) {
		return accept(slug, language, key, new Upload.Form(texts.files()), request);
	}

	private ResponseEntity<Accepted> accept(String slug, String languageId, @Nullable UUID key, Upload upload,
			HttpServletRequest request) {
		Exercise exercise = this.exercises.find(slug);
		Language language = Exercises.language(exercise, languageId);
		this.limits.submission(request.getRemoteAddr());
		Receipt receipt = this.submissions.accept(exercise, language.id(), (key != null) ? key : UUID.randomUUID(),
				upload);
		Accepted accepted = Accepted.of(receipt);
		return ResponseEntity.accepted().location(URI.create(accepted.links().get("self"))).body(accepted);
	}

	@ExceptionHandler
	ProblemDetail rejected(SubmissionRejected rejection) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT,
				String.valueOf(rejection.getMessage()));
		problem.setTitle("This was not accepted");
		problem.setProperty("rule", rejection.rule());
		return problem;
	}

	@ExceptionHandler({ DataAccessException.class, TransactionException.class })
	ProblemDetail notSaved(RuntimeException exception) {
		logger.error("A submission could not be saved", exception);
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.INSUFFICIENT_STORAGE,
				FormAnswers.NOT_SAVED);
		problem.setTitle("Something failed on our side");
		return problem;
	}

	/**
	 * Work as texts.
	 *
	 * @param files the text of each file by its path
	 */
	record Texts(Map<String, String> files) {

		Texts {
			files = (files != null) ? Map.copyOf(files) : Map.of();
		}

	}

	/**
	 * The answer to accepted work.
	 *
	 * @param submission the id
	 * @param repeated whether the same key had sent the same files before
	 * @param ignored the files that were left out
	 * @param links addresses to go on with
	 */
	record Accepted(String submission, boolean repeated, List<String> ignored, Map<String, String> links) {

		Accepted {
			ignored = List.copyOf(ignored);
			links = Map.copyOf(links);
		}

		static Accepted of(Receipt receipt) {
			String id = receipt.submission().id().toString();
			String self = "/api/v1/submissions/" + id;
			return new Accepted(id, receipt.repeated(), receipt.ignored(),
					Map.of("self", self, "events", self + "/events", "report", self + "/report", "trace",
							self + "/trace", "page", "/submissions/" + id));
		}

	}

}
