package academy.coldstart.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import academy.coldstart.submission.SubmissionId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HostileTextTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	@Test
	void showsHostileTextsAsText() {
		List<String> texts = HostileTexts.all();
		assertThat(texts).hasSizeGreaterThanOrEqualTo(100).doesNotHaveDuplicates();
		try (SampleSite site = new SampleSite()) {
			SubmissionId id = site.submit(texts);
			String report = page(site, "/submissions/" + id);
			String exercise = page(site, "/exercises/charge-once");
			assertThat(texts.stream().filter((text) -> text.contains("<") || text.contains("\"")))
				.noneMatch((text) -> report.contains(text) || exercise.contains(text));
			assertThat(report.contains("&lt;img src=x onerror=hurt()&gt;")).isTrue();
			assertThat(report.contains("[[${7*7}]]")).isTrue();
			assertThat(report.contains(">49<")).isFalse();
			assertThat(Pattern.compile("<script").matcher(report).results()).hasSize(1);
		}
	}

	@Test
	void trustsOnlyRenderedPages() throws IOException {
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			List<String> raw = files.filter(Files::isRegularFile)
				.flatMap((file) -> lines(file).filter((line) -> line.contains("utext") || line.contains("[(")))
				.map(String::trim)
				.toList();
			assertThat(raw).containsExactlyInAnyOrder("<div class=\"text\" th:utext=\"${page.text.html}\"></div>",
					"<div class=\"text\" th:utext=\"${page.brief.html}\"></div>");
		}
	}

	@Test
	void hasNoInlineProgramsOrStyles() throws IOException {
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			assertThat(files.filter(Files::isRegularFile).flatMap(HostileTextTests::lines)).noneMatch((line) -> line
				.matches(".*(\\sstyle=|<style|\\son[a-z]+=|javascript:|<script(?! type=\"module\" th:src)).*"));
		}
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
