package academy.coldstart.grading.web;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import academy.coldstart.grading.GradingState;
import academy.coldstart.grading.Gradings;
import academy.coldstart.submission.SubmissionId;
import academy.coldstart.ui.RateLimits;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams how a grading goes. The id of each event is the sequence number of the state,
 * so that a reader that was cut off goes on where it stopped.
 */
@RestController
class SubmissionEvents {

	private final SubmissionPages pages;

	private final GradingApi api;

	private final Gradings gradings;

	private final EventStreams streams;

	private final RateLimits limits;

	SubmissionEvents(SubmissionPages pages, GradingApi api, Gradings gradings, EventStreams streams,
			RateLimits limits) {
		this.pages = pages;
		this.api = api;
		this.gradings = gradings;
		this.streams = streams;
		this.limits = limits;
	}

	@GetMapping(path = "/submissions/{id}/events")
	ResponseEntity<SseEmitter> events(@PathVariable UUID id,
			@RequestHeader(name = "Last-Event-ID", defaultValue = "0") long seen, HttpServletRequest request) {
		return events(id, seen, request, this.pages::live);
	}

	@GetMapping(path = "/api/v1/submissions/{id}/events")
	ResponseEntity<SseEmitter> documents(@PathVariable UUID id,
			@RequestHeader(name = "Last-Event-ID", defaultValue = "0") long seen, HttpServletRequest request) {
		return events(id, seen, request, this.api::document);
	}

	private ResponseEntity<SseEmitter> events(UUID id, long seen, HttpServletRequest request,
			Function<GradingState, ?> view) {
		GradingState state = this.pages.find(new SubmissionId(id));
		if (state.status() == GradingState.Status.FINISHED && state.sequence() <= seen) {
			// This answer makes a browser stop asking.
			return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
		}
		Runnable place = this.limits.stream(request.getRemoteAddr());
		EventStream stream = new EventStream(seen, view);
		this.streams.add(stream, place);
		follow(state.submission(), stream);
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.TEXT_EVENT_STREAM)
			.body(Objects.requireNonNull(stream.emitter()));
	}

	private void follow(SubmissionId submission, EventStream stream) {
		try {
			stream.attach(this.gradings.follow(submission, stream));
		}
		catch (RuntimeException ex) {
			stream.end();
			throw ex;
		}
	}

}
