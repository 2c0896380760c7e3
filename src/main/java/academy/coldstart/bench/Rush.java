package academy.coldstart.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;

/**
 * Learners in a hurry.
 *
 * @param application the application
 * @param exercise the exercise
 * @param files what they hand in
 */
record Rush(StartedApplication application, Exercise exercise, SourceFiles files) {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	/**
	 * Prepare learners who all hand in the Python solution of one exercise.
	 * @param application the application
	 * @param course where the exercise is
	 * @param slug the exercise
	 * @return the learners
	 */
	static Rush of(StartedApplication application, Course course, Slug slug) {
		Exercise exercise = course.exercise(slug).orElseThrow();
		SourceFiles files = course.solutions(exercise)
			.stream()
			.filter((solution) -> solution.language() == Language.PYTHON)
			.findFirst()
			.orElseThrow()
			.files();
		return new Rush(application, exercise, files);
	}

	double readPage() throws IOException, InterruptedException {
		long begin = System.nanoTime();
		this.application.get("/lessons/" + this.exercise.lesson());
		return (System.nanoTime() - begin) / 1e6;
	}

	String submit() throws IOException, InterruptedException {
		String page = "/exercises/" + this.exercise.slug();
		HttpResponse<String> form = this.application
			.send(HttpRequest.newBuilder(this.application.address().resolve(page)).build());
		Matcher csrf = CSRF.matcher(form.body());
		String cookie = form.headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
		if (!csrf.find()) {
			throw new IOException("The exercise page has no form");
		}
		StringBuilder fields = new StringBuilder();
		add(fields, "_csrf", String.valueOf(csrf.group(1)));
		add(fields, "token", UUID.randomUUID().toString());
		add(fields, "language", Language.PYTHON.id());
		this.files.contents().keySet().forEach((path) -> {
			add(fields, "path", path);
			add(fields, "content", this.files.text(path) + "\n# " + UUID.randomUUID() + "\n");
		});
		HttpResponse<String> response = this.application
			.send(HttpRequest.newBuilder(this.application.address().resolve(page + "/submissions"))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.header("Cookie", cookie)
				.POST(BodyPublishers.ofString(fields.toString()))
				.build());
		return response.headers()
			.firstValue("Location")
			.orElseThrow(() -> new IOException("A submission was answered with " + response.statusCode()));
	}

	/**
	 * Wait for a verdict.
	 * @param location the page of the submission
	 * @param deadline when to stop waiting, as the system's elapsed time
	 * @param meanwhile what to do between two looks
	 * @return whether the submission passed
	 */
	boolean await(String location, long deadline, Meanwhile meanwhile) throws IOException, InterruptedException {
		String report = URI.create(location).getPath() + "/report.json";
		while (System.nanoTime() < deadline) {
			HttpResponse<String> response = this.application
				.send(HttpRequest.newBuilder(this.application.address().resolve(report)).build());
			if (response.statusCode() == 200) {
				return response.body().contains("\"outcome\" : \"passed\"");
			}
			meanwhile.run();
			Thread.sleep(200);
		}
		return false;
	}

	private static void add(StringBuilder fields, String name, String value) {
		fields.append(fields.isEmpty() ? "" : "&")
			.append(name)
			.append('=')
			.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
	}

	/**
	 * What learners do while they wait.
	 */
	interface Meanwhile {

		void run() throws IOException, InterruptedException;

	}

}
