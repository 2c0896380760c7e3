package academy.coldstart.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.course.SourceFiles;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Hands in 300 submissions within a minute through the pages of a real application, waits
 * for all verdicts, and reads pages meanwhile. Takes several minutes.
 */
@Component
@Order(4)
class LoadBenchmark implements Benchmark {

	private static final int SUBMISSIONS = 300;

	private static final Duration WITHIN = Duration.ofSeconds(60);

	private static final Duration PATIENCE = Duration.ofMinutes(30);

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final Path installation;

	private final Course course;

	LoadBenchmark(@Value("${coldstart.home}") Path installation, Course course) {
		this.installation = installation.toAbsolutePath();
		this.course = course;
	}

	@Override
	public String name() {
		return "load";
	}

	@Override
	public boolean isUsual() {
		return false;
	}

	@Override
	public List<Figure> measure(BenchPlan plan) throws Exception {
		Exercise exercise = this.course.exercise(new Slug("hello-larkspur")).orElseThrow();
		SourceFiles files = this.course.solutions(exercise)
			.stream()
			.filter((solution) -> solution.language() == Language.PYTHON)
			.findFirst()
			.orElseThrow()
			.files();
		try (StartedApplication application = StartedApplication.start(this.installation)) {
			application.awaitGrading();
			return measure(plan, new Rush(application, exercise, files));
		}
	}

	private static List<Figure> measure(BenchPlan plan, Rush rush) throws IOException, InterruptedException {
		plan.progress().accept(SUBMISSIONS + " submissions in " + WITHIN.toSeconds() + " s");
		long begin = System.nanoTime();
		List<String> addresses = new ArrayList<>();
		List<Double> accepted = new ArrayList<>();
		List<Double> pages = new ArrayList<>();
		for (int i = 0; i < SUBMISSIONS; i++) {
			long due = begin + WITHIN.toNanos() * i / SUBMISSIONS;
			Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
			pages.add(rush.readPage());
			long sent = System.nanoTime();
			addresses.add(rush.submit());
			accepted.add((System.nanoTime() - sent) / 1e6);
		}
		plan.progress().accept("their verdicts");
		int passed = 0;
		for (String address : addresses) {
			passed += rush.await(address, begin + PATIENCE.toNanos(), pages) ? 1 : 0;
		}
		Sample page = new Sample(pages);
		Sample queued = new Sample(accepted);
		return List.of(
				new Figure(SUBMISSIONS + " submissions in 60 s",
						passed + " graded as they should, all after " + Sample.number((System.nanoTime() - begin) / 1e9)
								+ " s",
						"all", passed == SUBMISSIONS),
				Figure.atMost("pages meanwhile, p95", page.percentile(95), Sample.number(page.percentile(95)) + " ms",
						500, "ms"),
				Figure.atMost("submission to queued, p95", queued.percentile(95),
						Sample.number(queued.percentile(95)) + " ms", 500, "ms"));
	}

	/**
	 * Learners in a hurry.
	 *
	 * @param application the application
	 * @param exercise the exercise
	 * @param files what they hand in
	 */
	private record Rush(StartedApplication application, Exercise exercise, SourceFiles files) {

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

		boolean await(String location, long deadline, List<Double> pages) throws IOException, InterruptedException {
			String report = java.net.URI.create(location).getPath() + "/report.json";
			while (System.nanoTime() < deadline) {
				HttpResponse<String> response = this.application
					.send(HttpRequest.newBuilder(this.application.address().resolve(report)).build());
				if (response.statusCode() == 200) {
					return response.body().contains("\"outcome\" : \"passed\"");
				}
				pages.add(readPage());
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

	}

}
