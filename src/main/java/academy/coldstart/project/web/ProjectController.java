package academy.coldstart.project.web;

import java.net.URI;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.project.Projects;
import academy.coldstart.ui.PageNotFound;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Hands out exercises as folders for an IDE.
 */
@RestController
class ProjectController {

	private final Course course;

	private final Projects projects;

	ProjectController(Course course, Projects projects) {
		this.course = course;
		this.projects = projects;
	}

	@GetMapping(path = { "/exercises/{slug}/download", "/api/v1/exercises/{slug}/download" },
			produces = "application/zip")
	ResponseEntity<byte[]> download(@PathVariable String slug, @RequestParam String language) {
		Exercise exercise = Slug.find(slug)
			.flatMap(this.course::exercise)
			.orElseThrow(() -> new PageNotFound("There is no exercise with this name."));
		Language chosen = Language.find(language)
			.filter(exercise.languages()::contains)
			.orElseThrow(() -> new PageNotFound("This exercise is not offered in the language that was asked for."));
		URI site = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUri();
		String name = Projects.name(exercise, chosen) + ".zip";
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(this.projects.zip(exercise, chosen, site));
	}

}
