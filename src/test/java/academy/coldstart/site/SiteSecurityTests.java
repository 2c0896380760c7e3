package academy.coldstart.site;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

import academy.coldstart.grading.GradeReport.Outcome;
import academy.coldstart.submission.SubmissionId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class SiteSecurityTests {

	private static final String HTML = "Accept: text/html";

	private static final String NONCE = " 'nonce-[A-Za-z0-9_-]{22}'";

	private static SampleSite site;

	@BeforeAll
	static void start() {
		site = new SampleSite();
	}

	@AfterAll
	static void stop() {
		site.close();
	}

	@Test
	void answersOnlyTheListedAddresses() {
		SubmissionId id = site.submit();
		site.gradings()
			.finish(id, SampleReports.syntaxError(site.chargeOnce()), SampleReports.json(SampleReports.traces()));
		site.gradings().endState(id, SampleStates.json());
		Set<String> open = new TreeSet<>();
		Set<String> closed = new TreeSet<>();
		for (String mapping : site.mappings()) {
			String request = mapping.replace("actuator ", "")
				.replace("**", "ping")
				.replace("simulators/{id}", "simulators/concurrency")
				.replace("comparison", "comparison?from=" + id + "&to=" + id)
				.replace("{id}", id.toString())
				.replace("lessons/{slug}", "lessons/idempotency")
				.replace("{question}", "question-1")
				.replace("{slug}", "charge-once")
				.replace("{action}", "run");
			((send(request.replace("/download", "/download?language=python"), HTML).status() != 404) ? open : closed)
				.add(mapping);
		}
		assertThat(open).containsExactlyElementsOf("""
				GET /
				GET /api/v1/exercises
				GET /api/v1/exercises/{slug}
				GET /api/v1/exercises/{slug}/attempts
				GET /api/v1/exercises/{slug}/download
				GET /api/v1/openapi.yaml
				GET /api/v1/submissions/{id}
				GET /api/v1/submissions/{id}/end-state
				GET /api/v1/submissions/{id}/events
				GET /api/v1/submissions/{id}/report
				GET /api/v1/submissions/{id}/trace
				GET /course/print
				GET /exercises/{slug}
				GET /exercises/{slug}/attempts
				GET /exercises/{slug}/attempts/comparison
				GET /exercises/{slug}/download
				GET /exercises/{slug}/review/question
				GET /exercises/{slug}/solutions
				GET /lessons/{slug}
				GET /lessons/{slug}/questions/{question}
				GET /libraries
				GET /parity
				GET /progress
				GET /progress/export
				GET /readiness
				GET /search
				GET /simulators
				GET /simulators/{id}
				GET /submissions/{id}
				GET /submissions/{id}/end-state.json
				GET /submissions/{id}/events
				GET /submissions/{id}/reference
				GET /submissions/{id}/report.json
				GET /submissions/{id}/state
				GET /submissions/{id}/timeline.svg
				GET /submissions/{id}/trace.json
				GET actuator /actuator/health
				POST /api/v1/exercises/{slug}/submissions
				POST /api/v1/submissions/{id}/retry
				POST /exercises/{slug}/draft
				POST /exercises/{slug}/draft/reset
				POST /exercises/{slug}/review
				POST /exercises/{slug}/review/postpone
				POST /exercises/{slug}/review/questions/{question}
				POST /exercises/{slug}/submissions
				POST /exercises/{slug}/try/{action}
				POST /progress/delete
				POST /submissions/{id}/bundle
				POST /submissions/{id}/cancel
				POST /submissions/{id}/draft
				POST /submissions/{id}/hints
				POST /submissions/{id}/reference
				POST /submissions/{id}/retry
				""".lines().toList());
		assertThat(closed).containsExactlyInAnyOrder("GET /error", "GET actuator /actuator",
				"GET actuator /actuator/health/**");
	}

	@Test
	void hasNoServletsAndFilesBesideItsPages() {
		assertThat(site.servlets()).containsExactly("dispatcherServlet /");
		assertThat(site.files()).containsExactlyInAnyOrder("/**", "/webjars/**",
				"/assets/{file:.+-[0-9A-Z]{8}\\.[a-z]+}");
		for (String path : List.of("/webjars/x.js", "/index.html", "/application.yaml", "/templates/ui/error.html",
				"/schemas/report-1.json", "/assets/%2e%2e/application.yaml", "/assets/..%2fapplication.yaml",
				"/assets//../db/migration/V1__submissions.sql", "/META-INF/MANIFEST.MF", "/submissions",
				"/submissions/x/retry", "/actuator/health/ping", "/actuator/sbom")) {
			assertThat(send("GET " + path, HTML).status()).as(path).isIn(400, 404);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/env", "/actuator/beans", "/actuator/heapdump", "/login", "/logout",
			"/h2-console", "/error", "/nothing", "/assets/../application.yaml" })
	void hasNothingElse(String path) {
		assertThat(send("GET " + path, HTML).status()).isIn(400, 404);
	}

	@Test
	void tellsItsHealthWithoutDetails() {
		HttpExchange health = send("GET /actuator/health");
		assertThat(health.status()).isEqualTo(200);
		assertThat(health.body()).contains("UP").doesNotContain("components", "diskSpace");
	}

	@Test
	void sendsProtectiveHeadersWithEveryPage() {
		for (String path : List.of("/", "/lessons/idempotency", "/exercises/charge-once",
				"/submissions/" + site.submit(), "/nothing")) {
			HttpExchange page = send("GET " + path, HTML);
			assertThat(page.header("Content-Security-Policy").replaceAll(NONCE, "")).as(path)
				.isEqualTo(
						"default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'; "
								+ "frame-ancestors 'none'; form-action 'self'");
			assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
			assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
			assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
			assertThat(page.header("Cache-Control")).contains("no-store");
			assertThat(page.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
		}
	}

	@Test
	void allowsStylesOfTheEditorWhereThereIsOneAndForOneAnswerEach() {
		Set<String> policies = new TreeSet<>();
		for (int visit = 0; visit < 2; visit++) {
			HttpExchange page = send("GET /exercises/charge-once", HTML);
			String policy = page.header("Content-Security-Policy");
			assertThat(policy).containsPattern("style-src 'self'" + NONCE + ";").contains("script-src 'self';");
			assertThat(page.body()).contains(policy.replaceAll("(?s).*'nonce-([^']+)'.*", "data-style-nonce=\"$1\""));
			policies.add(policy);
		}
		assertThat(policies).hasSize(2);
		for (String path : List.of("/", "/lessons/idempotency", "/submissions/" + site.submit(), "/nothing")) {
			assertThat(send("GET " + path, HTML).header("Content-Security-Policy")).as(path).doesNotContain("nonce");
		}
	}

	@Test
	void servesAssetsByHashForGood() {
		for (String address : assets()) {
			HttpExchange asset = send("GET " + address);
			assertThat(asset.status()).as(address).isEqualTo(200);
			assertThat(asset.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
			assertThat(asset.header("Content-Encoding")).isEmpty();
		}
		assertThat(send("GET /assets/coldstart-00000000.js").status()).isEqualTo(404);
		assertThat(send("GET /assets/manifest.json").header("Cache-Control")).contains("no-store");
	}

	@Test
	void compressesAssetsForThoseWhoCanTakeThat() {
		for (String address : assets()) {
			HttpExchange asset = send("GET " + address, "Accept-Encoding: gzip, deflate, br");
			assertThat(asset.header("Content-Encoding")).as(address).isEqualTo("gzip");
			assertThat(asset.header("Vary")).contains("Accept-Encoding");
			assertThat(asset.header("Cache-Control")).contains("immutable");
			assertThat(Integer.parseInt(asset.header("Content-Length")))
				.isLessThan(Integer.parseInt(send("GET " + address).header("Content-Length")));
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "evil.example", "evil.example:8080", "localhost.evil.example", "169.254.169.254", "[::2]" })
	void refusesForeignHostNames(String host) {
		HttpExchange answer = send("GET /", "Host: " + host);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("coldstart.ui.allowed-hosts").doesNotContain("<html");
	}

	@Test
	void answersToLoopbackNames() {
		String port = site.address().substring(site.address().lastIndexOf(':'));
		for (String host : List.of("localhost", "127.0.0.1", "[::1]")) {
			assertThat(send("GET /", "Host: " + host + port).status()).as(host).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://evil.example", "http://localhost:1", "https://localhost", "null" })
	void refusesRequestsOfForeignPages(String origin) {
		HttpExchange answer = form().post("Origin: " + origin);
		assertThat(answer.status()).isEqualTo(403);
		assertThat(send("GET /readiness", "Origin: " + origin).status()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "CONNECT", "PROPFIND" })
	void refusesOtherMethods(String method) {
		assertThat(send(method + " /").status()).isIn(400, 405, 501);
	}

	@Test
	void acceptsItsOwnForms() {
		int before = site.accepted();
		HttpExchange answer = form().post("Origin: " + site.address());
		assertThat(answer.status()).isEqualTo(303);
		assertThat(answer.header("Location")).matches("/submissions/[0-9a-f-]{36}");
		assertThat(site.accepted()).isEqualTo(before + 1);
	}

	@Test
	void acceptsOneSubmissionForTwoClicks() {
		int before = site.accepted();
		SampleForm form = form();
		String first = form.post().header("Location");
		assertThat(form.post().header("Location")).isEqualTo(first);
		assertThat(site.accepted()).isEqualTo(before + 1);
	}

	@Test
	void savesDraftsOfItsOwnPagesOnly() {
		SampleForm form = form();
		for (String address : List.of("/exercises/charge-once/draft", "/exercises/charge-once/draft/reset")) {
			assertThat(form.postTo(address, "Origin: http://evil.example").status()).isEqualTo(403);
			assertThat(new SampleForm(form.site(), form.cookie(), "wrong", form.token()).postTo(address).status())
				.isEqualTo(403);
			assertThat(new SampleForm(form.site(), "", form.csrf(), form.token()).postTo(address).status())
				.isEqualTo(403);
		}
		assertThat(form.postTo("/exercises/charge-once/draft", "Origin: " + site.address()).status()).isEqualTo(200);
	}

	@Test
	void triesCodeForItsOwnPagesOnly() {
		SampleForm form = form();
		String address = "/exercises/charge-once/try/run?part=true";
		List<String> parts = new ArrayList<>(form.parts());
		parts.add(SampleForm.part("try-event", "{\"orderId\": 1}"));
		assertThat(form.postTo(address, parts, "Origin: http://evil.example").status()).isEqualTo(403);
		assertThat(new SampleForm(form.site(), form.cookie(), "wrong", form.token()).postTo(address).status())
			.isEqualTo(403);
		assertThat(new SampleForm(form.site(), "", form.csrf(), form.token()).postTo(address, parts).status())
			.isEqualTo(403);
		HttpExchange answer = form.postTo(address, parts, "Origin: " + site.address());
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).contains("It returned", "batchItemFailures").doesNotContain("_csrf", "brief-title");
		assertThat(form.postTo("/exercises/charge-once/try/nothing", parts).status()).isEqualTo(404);
	}

	@Test
	void opensHintsForItsOwnPagesOnly() {
		SubmissionId id = site.submit();
		site.gradings()
			.finish(id,
					SampleReports.report(site.chargeOnce(), Outcome.FAILED,
							List.of(SampleReports.failed(site.chargeOnce().checks().getFirst())), null),
					SampleReports.json(SampleReports.traces()));
		String address = "/submissions/" + id + "/hints";
		SampleForm form = form();
		List<String> parts = List.of(SampleForm.part("_csrf", form.csrf()), SampleForm.part("check", "C1"),
				SampleForm.part("step", "1"));
		assertThat(form.postTo(address, parts, "Origin: http://evil.example").status()).isEqualTo(403);
		assertThat(form.postTo(address, parts.subList(1, 3)).status()).isEqualTo(403);
		assertThat(new SampleForm(form.site(), "", form.csrf(), form.token()).postTo(address, parts).status())
			.isEqualTo(403);
		assertThat(send("GET /submissions/" + id, HTML).body()).doesNotContain("look the same?");
		assertThat(form.postTo(address, parts, "Origin: " + site.address()).status()).isEqualTo(303);
		assertThat(send("GET /submissions/" + id, HTML).body()).contains("look the same?");
	}

	@Test
	void beginsAndPutsOffReviewsForItsOwnPagesOnly() {
		SampleForm form = form();
		List<String> parts = List.of(SampleForm.part("_csrf", form.csrf()));
		for (String address : List.of("/exercises/charge-once/review", "/exercises/charge-once/review/postpone")) {
			assertThat(form.postTo(address, parts, "Origin: http://evil.example").status()).isEqualTo(403);
			assertThat(form.postTo(address, List.of()).status()).isEqualTo(403);
			assertThat(new SampleForm(form.site(), "", form.csrf(), form.token()).postTo(address, parts).status())
				.isEqualTo(403);
			assertThat(form.postTo(address, parts, "Origin: " + site.address()).status()).isEqualTo(303);
		}
		site.reviews().forget();
	}

	@Test
	void decidesReviewsByAnswersOfItsOwnPagesOnly() {
		SampleForm form = form();
		String address = "/exercises/charge-once/review/questions/question-2";
		List<String> parts = List.of(SampleForm.part("_csrf", form.csrf()), SampleForm.part("answer", "0"));
		site.reviews().due(site.chargeOnce());
		assertThat(form.postTo(address, parts, "Origin: http://evil.example").status()).isEqualTo(403);
		assertThat(form.postTo(address, parts.subList(1, 2)).status()).isEqualTo(403);
		assertThat(send("GET /", HTML).body()).contains("Answer a question");
		assertThat(form.postTo(address, parts, "Origin: " + site.address()).body())
			.contains("The review is not passed.");
		assertThat(send("GET /", HTML).body()).doesNotContain("Answer a question");
		site.reviews().forget();
	}

	@Test
	void refusesFormsWithoutTheirProof() {
		int before = site.accepted();
		SampleForm form = form();
		assertThat(new SampleForm(form.site(), form.cookie(), "wrong", form.token()).post().status()).isEqualTo(403);
		HttpExchange answer = new SampleForm(form.site(), "", form.csrf(), form.token()).post();
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.body()).contains("This form can no longer be sent", "what you typed should still be there");
		assertThat(site.accepted()).isEqualTo(before);
	}

	@Test
	void keepsItsCookieFromScriptsAndForeignSites() {
		HttpExchange page = send("GET /exercises/charge-once", HTML);
		assertThat(page.header("Set-Cookie")).startsWith("coldstart-csrf=").contains("HttpOnly", "SameSite=Lax");
		assertThat(page.head()).doesNotContain("JSESSIONID");
	}

	@Test
	void answersTooLargeUploadsWithAPage() {
		SampleForm form = form();
		HttpExchange answer = HttpExchange.send(
				site.address(), "POST /exercises/charge-once/submissions", List.of(HTML, "Cookie: " + form.cookie(),
						"Content-Type: multipart/form-data; boundary=x", "Content-Length: " + (14 << 20)),
				"x".repeat(14 << 20));
		assertThat(answer.status()).isEqualTo(413);
		assertThat(answer.body()).contains("The upload is too large", "What you typed is still there");
	}

	@Test
	void letsTheIntakeJudgeUploadsThatItCanExplain() {
		SampleForm form = form();
		List<String> parts = new ArrayList<>(form.parts());
		for (int index = 0; index < 500; index++) {
			parts.add(SampleForm.part("upload\"; filename=\"file-" + index + ".py", "x"));
		}
		parts.add(SampleForm.part("upload\"; filename=\"large.bin", "y".repeat(10 << 20)));
		assertThat(form.post(parts).status()).isEqualTo(422);
	}

	@Test
	void answersBrokenUploadsWithAPage() {
		HttpExchange answer = HttpExchange.send(site.address(), "POST /exercises/charge-once/submissions",
				List.of(HTML, "Content-Type: multipart/form-data; boundary=x", "Content-Length: 5"), "hello");
		assertThat(answer.status()).isIn(400, 403);
		assertThat(answer.body()).contains("Back to the course map");
	}

	@Test
	void hidesWhetherAnUnlistedAddressExists() {
		assertThat(send("GET /error", HTML).body()).contains("There is no page here");
		assertThat(send("GET /submissions/" + UUID.randomUUID(), HTML).body()).contains("There is no submission");
	}

	@Test
	void streamsEventsWithoutCaching() {
		SubmissionId id = site.submit();
		site.gradings().finish(id, SampleReports.syntaxError(site.chargeOnce()), null);
		HttpExchange events = send("GET /submissions/" + id + "/events", "Accept: text/event-stream");
		assertThat(events.header("Content-Type")).startsWith("text/event-stream");
		assertThat(events.header("Cache-Control")).contains("no-store");
		assertThat(events.body()).contains("id:2", "No check could run yet.");
	}

	@Test
	void forgetsReadersThatLeft(CapturedOutput output) throws IOException {
		SubmissionId id = site.submit();
		URI address = URI.create(site.address());
		try (Socket reader = new Socket(address.getHost(), address.getPort())) {
			reader.getOutputStream()
				.write(("GET /submissions/" + id + "/events HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n\r\n")
					.getBytes(StandardCharsets.UTF_8));
			assertThat(reader.getInputStream().read()).isEqualTo('H');
			await().until(() -> site.gradings().followers(id) == 1);
			reader.setSoLinger(true, 0);
		}
		await().until(() -> {
			site.gradings().stage(id, "package");
			return site.gradings().followers(id) == 0;
		});
		assertThat(send("GET /submissions/" + id, HTML).status()).isEqualTo(200);
		assertThat(output.getAll()).doesNotContain("request failed").doesNotContain("ERROR");
	}

	private static List<String> assets() {
		String page = send("GET /", HTML).body();
		List<String> addresses = Pattern.compile("\"(/assets/[^\"]+)\"")
			.matcher(page)
			.results()
			.map((address) -> address.group(1))
			.toList();
		assertThat(addresses).hasSizeGreaterThanOrEqualTo(3);
		return addresses;
	}

	private static HttpExchange send(String request, String... headers) {
		return HttpExchange.send(site.address(), request, headers);
	}

	private static SampleForm form() {
		return SampleForm.of(site.address());
	}

}
