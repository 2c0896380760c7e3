package academy.coldstart.grading.web;

import java.util.Optional;

import academy.coldstart.course.Exercise;
import academy.coldstart.grading.Gradings;
import academy.coldstart.grading.web.Versions.Version;
import academy.coldstart.timeline.PairView;
import academy.coldstart.trace.Trace;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Puts pages together that compare attempts.
 */
@Component
class ComparisonPages {

	private final Versions versions;

	private final Gradings gradings;

	private final TraceReader traces;

	ComparisonPages(Versions versions, Gradings gradings, TraceReader traces) {
		this.versions = versions;
		this.gradings = gradings;
		this.traces = traces;
	}

	ComparisonPage page(String slug, String from, String to) {
		Exercise exercise = this.versions.exercise(slug);
		Version before = this.versions.find(exercise, from);
		Version after = this.versions.find(exercise, to);
		String address = "/exercises/" + exercise.slug();
		Trace first = run(before).orElse(null);
		Trace second = run(after).orElse(null);
		return new ComparisonPage(exercise.title(), address, address + "/attempts",
				swapped(address + "/attempts/comparison", from, to), before, after,
				FileChange.between(before.files(), after.files()), FileChange.same(before.files(), after.files()),
				(first != null && second != null) ? CallsChange.between(first, second) : null,
				(first != null && second != null) ? PairView.of(first, before.title(), second, after.title()) : null);
	}

	private Optional<Trace> run(Version version) {
		return Optional.ofNullable(version.submission())
			.flatMap(this.gradings::trace)
			.flatMap((trace) -> this.traces.read(trace).stream().findFirst());
	}

	private static String swapped(String address, String from, String to) {
		return UriComponentsBuilder.fromUriString(address)
			.queryParam("from", "{to}")
			.queryParam("to", "{from}")
			.encode()
			.buildAndExpand(to, from)
			.toUriString();
	}

}
