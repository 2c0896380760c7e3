package academy.coldstart.grading.web;

import academy.coldstart.course.Exercise;
import academy.coldstart.grading.web.Versions.Version;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Puts pages together that compare attempts.
 */
@Component
class ComparisonPages {

	private final Versions versions;

	ComparisonPages(Versions versions) {
		this.versions = versions;
	}

	ComparisonPage page(String slug, String from, String to) {
		Exercise exercise = this.versions.exercise(slug);
		Version before = this.versions.find(exercise, from);
		Version after = this.versions.find(exercise, to);
		String address = "/exercises/" + exercise.slug();
		return new ComparisonPage(exercise.title(), address, address + "/attempts",
				swapped(address + "/attempts/comparison", from, to), before, after,
				FileChange.between(before.files(), after.files()), FileChange.same(before.files(), after.files()));
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
