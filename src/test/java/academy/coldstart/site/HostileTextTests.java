package academy.coldstart.site;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

import academy.coldstart.grading.GradeReport;
import academy.coldstart.rendering.NoRuns;
import academy.coldstart.rendering.PageRenderer;
import academy.coldstart.rendering.PageSource;
import academy.coldstart.submission.SubmissionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class HostileTextTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Pattern TAG = Pattern.compile("<[^>]*>?");

	private static final Pattern HARMLESS = Pattern.compile("</?(p|h[1-6]|ul|ol|li|blockquote|code|pre|em|strong|br|hr"
			+ "|table|thead|tbody|tr|th|td|div|del|span)( /)?>|<span class=\"hl-[a-z]+\">|<(h[1-6]|div|th|td|code|pre|ol)( (id|class|role|tabindex|aria-label"
			+ "|align|scope|start)=\"[^\"<>]*\")+>|<a href=\"(https://|/|#)[^\"<>]*\"( rel=\"noopener noreferrer\")?( title=\"[^\"<>]*\")?>|</a>");

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	@Test
	void showsHostileTextsAsText() {
		List<String> texts = HostileTexts.all();
		assertThat(texts).hasSizeGreaterThanOrEqualTo(100).doesNotHaveDuplicates();
		try (SampleSite site = new SampleSite()) {
			SubmissionId id = site.submit(texts);
			String report = page(site, "/submissions/" + id);
			String exercise = page(site, "/exercises/charge-once") + page(site, "/exercises/charge-once/attempts")
					+ page(site, "/exercises/charge-once/attempts/comparison?from=" + site.submit() + "&to=" + id)
					+ page(site, "/exercises/charge-once/attempts/comparison?from=" + site.submit(texts.reversed())
							+ "&to=" + id);
			site.references().haveAll();
			site.gradings()
				.finish(site.submit(),
						SampleReports.report(site.chargeOnce(), GradeReport.Outcome.PASSED, List.of(), null), null);
			String reference = page(site, "/submissions/" + id + "/reference");
			assertThat(reference).contains("What the calls carry", "What was left at the end", "The first difference");
			assertThat(texts.stream().filter((text) -> text.contains("<") || text.contains("\"")))
				.noneMatch((text) -> report.contains(text) || exercise.contains(text) || reference.contains(text));
			assertThat(report.contains("&lt;img src=x onerror=hurt()&gt;")).isTrue();
			assertThat(report.contains("[[${7*7}]]")).isTrue();
			assertThat(report.split("State at the end", 2)[1].contains("&lt;img src=x onerror=hurt()&gt;")).isTrue();
			assertThat(report.contains(">49<")).isFalse();
			assertThat(Pattern.compile("<script").matcher(report).results()).hasSize(1);
		}
	}

	@Test
	void showsHostileTextsAsTextWhileAGradingRuns() {
		try (SampleSite site = new SampleSite()) {
			SubmissionId id = site.submit();
			site.gradings().stage(id, "check");
			site.gradings().check(id, HostileReports.result("C1", HostileTexts.joined()));
			String live = page(site, "/submissions/" + id);
			assertThat(live.contains("&lt;img src=x onerror=hurt()&gt;")).isTrue();
			assertNothingRaw(live);
		}
	}

	@Test
	void keepsEventsOfTheLiveStreamApart() {
		String forged = "\n\nevent:state\ndata:{\"summary\":\"forged\"}\n\nid:99\r\r\u2028\u0085retry:1\n";
		try (SampleSite site = new SampleSite()) {
			SubmissionId id = site.submit();
			site.gradings()
				.finish(id, SampleReports.report(site.chargeOnce(), GradeReport.Outcome.FAILED,
						List.of(HostileReports.result("C1", forged + HostileTexts.joined())), null), null);
			HttpExchange stream = HttpExchange.send(site.address(), "GET /submissions/" + id + "/events",
					"Accept: text/event-stream");
			assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
			assertThat(stream.header("X-Content-Type-Options")).isEqualTo("nosniff");
			assertThat(stream.body().split("\r\n|\r|\n", -1))
				.allMatch((line) -> line.matches("(?s)(id|event|data|retry):.*|"))
				.filteredOn((line) -> line.startsWith("data:"))
				.hasSize(1)
				.allMatch((line) -> JSON.readTree(line.substring(5))
					.path("checks")
					.path(0)
					.path("message")
					.asString("")
					.contains("forged"));
			assertThat(stream.body()).doesNotContain("id:99\n", "retry:1\n");
		}
	}

	@Test
	void showsHostileTextsAsTextWhenWorkIsRejected() {
		try (SampleSite site = new SampleSite()) {
			for (String name : List.of("<img src=x onerror=hurt()>.py", "\"><script>hurt()</script>", "[[${7*7}]]")) {
				SampleForm form = SampleForm.of(site.address());
				HttpExchange rejected = form.post(form.parts(name, HostileTexts.joined()));
				assertThat(rejected.status()).isEqualTo(422);
				assertThat(rejected.body()).contains("needs the file handler.py, which is missing.",
						"&lt;/textarea&gt;");
				assertNothingRaw(rejected.body());
			}
		}
	}

	@Test
	void showsHostileAddressesAsText() {
		try (SampleSite site = new SampleSite()) {
			for (String text : HostileTexts.all()) {
				String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
				for (String path : List.of("/exercises/", "/lessons/", "/submissions/",
						"/exercises/charge-once?language=", "/submissions/" + site.submit() + "?seed=", "/nothing?x=",
						"/search?q=", "/lessons/idempotency/questions/",
						"/lessons/idempotency/questions/question-3?answer=",
						"/lessons/idempotency/questions/question-4?order=",
						"/lessons/idempotency/questions/question-4?move=")) {
					HttpExchange page = HttpExchange.send(site.address(), "GET " + path + encoded, "Accept: text/html");
					assertThat(page.status()).as(path + text).isIn(200, 400, 404);
					assertNothingRaw(page.body());
				}
			}
		}
	}

	@Test
	void showsHostileTextsAsTextWhenCodeIsTried() {
		try (SampleSite site = new SampleSite()) {
			SampleForm form = SampleForm.of(site.address());
			List<String> parts = new ArrayList<>(form.parts("handler.py", HostileTexts.joined()));
			parts.add(SampleForm.part("try-event", JSON.writeValueAsString(List.of("hostile", HostileTexts.joined()))));
			parts.add(SampleForm.part("try-name", "<img src=x onerror=hurt()>"));
			assertNothingRaw(form.postTo("/exercises/charge-once/try/save", parts).body());
			for (String address : List.of("/exercises/charge-once/try/run",
					"/exercises/charge-once/try/run?part=true")) {
				HttpExchange tried = form.postTo(address, parts);
				assertThat(tried.status()).isEqualTo(200);
				assertThat(tried.body()).contains("It failed with", "&lt;img src=x onerror=hurt()&gt;");
				assertNothingRaw(tried.body());
			}
			parts.add(SampleForm.part("try-choice", "<img src=x onerror=hurt()>"));
			parts.set(parts.size() - 3, SampleForm.part("try-event", HostileTexts.joined()));
			HttpExchange refused = form.postTo("/exercises/charge-once/try/run", parts);
			assertThat(refused.status()).isEqualTo(422);
			assertNothingRaw(refused.body());
		}
	}

	@Test
	void rendersHostileMarkdownAsText(@TempDir Path root) {
		PageRenderer renderer = new PageRenderer(root, Map.of(), (kind, name) -> Optional.empty(), new NoRuns());
		for (String text : HostileTexts.all()) {
			for (String form : List.of("%s", "# %s", "- %s", "> %s", "`%s`", "```\n%s\n```", "[x](%s)", "![x](%s)",
					"[%s](https://example.com)", "| a |\n|---|\n| %s |", "[x]: %s\n\n[x]", "<%s>")) {
				String html = renderer.render(new PageSource(Path.of("page.md"), form.formatted(text), 1))
					.page()
					.html();
				assertThat(TAG.matcher(html).results().map(MatchResult::group)).as(form + " with " + text)
					.allMatch((tag) -> HARMLESS.matcher(tag).matches());
			}
		}
	}

	@Test
	void hasNoWayFromTextToElementsInScripts() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("frontend/src"))) {
			assertThat(files.filter((file) -> file.toString().endsWith(".js")).flatMap(HostileTextTests::lines))
				.isNotEmpty()
				.noneMatch((line) -> line.matches(
						".*(innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\b|new Function|srcdoc|\\.on[a-z]+ =).*"));
		}
	}

	@Test
	void keepsHostileDocumentsOutOfPages() {
		try (SampleSite site = new SampleSite()) {
			SubmissionId id = site.submit(HostileTexts.all());
			for (String name : List.of("report.json", "trace.json", "end-state.json")) {
				HttpExchange document = HttpExchange.send(site.address(), "GET /submissions/" + id + "/" + name);
				assertThat(document.header("Content-Type")).startsWith("application/json");
				assertThat(document.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + name + "\"");
				assertThat(document.header("X-Content-Type-Options")).isEqualTo("nosniff");
				assertThat(document.header("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
			}
		}
	}

	@Test
	void drawsHostileTextsAsTextInTheFigure() throws Exception {
		Set<String> elements = new TreeSet<>();
		Set<String> attributes = new TreeSet<>();
		try (SampleSite site = new SampleSite()) {
			SubmissionId id = site.submit(HostileTexts.all());
			HttpExchange document = HttpExchange.send(site.address(), "GET /submissions/" + id + "/timeline.svg");
			assertThat(document.header("Content-Type")).startsWith("image/svg+xml");
			assertThat(document.header("Content-Disposition")).isEqualTo("attachment; filename=\"timeline.svg\"");
			assertThat(document.header("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
			XMLStreamReader svg = XMLInputFactory.newDefaultFactory()
				.createXMLStreamReader(new StringReader(document.body()));
			while (svg.hasNext()) {
				if (svg.next() == XMLStreamConstants.START_ELEMENT) {
					elements.add(svg.getLocalName());
					IntStream.range(0, svg.getAttributeCount())
						.forEach((index) -> attributes.add(svg.getAttributeLocalName(index)));
				}
			}
		}
		assertThat(elements).isSubsetOf("svg", "title", "style", "defs", "pattern", "g", "rect", "line", "path",
				"text");
		assertThat(attributes).isSubsetOf("aria-label", "class", "d", "fill", "height", "id", "patternUnits", "role",
				"rx", "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2");
	}

	@Test
	void trustsOnlyRenderedPages() throws IOException {
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			List<String> raw = files.filter(Files::isRegularFile)
				.flatMap((file) -> lines(file).filter((line) -> line.contains("utext") || line.contains("[(")))
				.map(String::trim)
				.distinct()
				.toList();
			assertThat(raw).containsExactlyInAnyOrder("<div class=\"text\" th:utext=\"${page.text.html}\"></div>",
					"<div class=\"text\" th:utext=\"${page.brief.html}\"></div>",
					"<div class=\"text\" th:utext=\"${page.html}\"></div>",
					"<div class=\"text\" th:utext=\"${lesson.html}\"></div>",
					"<div class=\"scroller timeline\" role=\"region\" tabindex=\"0\" aria-label=\"Figure of the run, scrolls sideways\" th:utext=\"${figure.svg}\"></div>",
					"<th:block th:each=\"run : ${pair.runs}\"><h3 th:text=\"${run.title}\">Your run</h3><div th:utext=\"${run.svg}\"></div></th:block>");
		}
	}

	@Test
	void hasNoInlineProgramsOrStyles() throws IOException {
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			assertThat(files.filter(Files::isRegularFile).flatMap(HostileTextTests::lines)).noneMatch((line) -> line
				.matches(".*(\\sstyle=|<style|\\son[a-z]+=|javascript:|<script(?! type=\"module\" th:src)).*"));
		}
	}

	private static void assertNothingRaw(String html) {
		assertThat(HostileTexts.all().stream().filter((text) -> text.contains("<") || text.contains("\"")))
			.noneMatch(html::contains);
		assertThat(Pattern.compile("<script", Pattern.CASE_INSENSITIVE).matcher(html).results())
			.hasSizeLessThanOrEqualTo(1);
		assertThat(html.contains(">49<")).isFalse();
	}

	private static String page(SampleSite site, String path) {
		HttpExchange page = HttpExchange.send(site.address(), "GET " + path, "Accept: text/html");
		assertThat(page.status()).isEqualTo(200);
		return page.body();
	}

	private static Stream<String> lines(Path file) {
		try {
			return Files.readAllLines(file).stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
