package academy.coldstart.survival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of a running application, used as a browser without scripts uses them.
 */
final class Site {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final String address;

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.cookieHandler(new CookieManager())
		.connectTimeout(Duration.ofSeconds(10))
		.build();

	Site(String address) {
		this.address = address;
	}

	String address() {
		return this.address;
	}

	HttpResponse<String> get(String path) {
		return send(HttpRequest.newBuilder(URI.create(this.address + path)).timeout(Duration.ofSeconds(30)).build());
	}

	JsonNode json(String path) {
		HttpResponse<String> response = get(path);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return JSON.readTree(response.body());
	}

	/**
	 * Hand in work.
	 * @param work the work
	 * @return the address of the submission
	 */
	String submit(Work work) {
		HttpResponse<String> answer = post(work);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
		return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
	}

	HttpResponse<String> post(Work work) {
		return post(work, "submissions", "");
	}

	/**
	 * Try work with an event.
	 * @param work the work
	 * @param event the event, as JSON
	 * @return the page that shows what came of it
	 */
	HttpResponse<String> attempt(Work work, String event) {
		return post(work, "try/run", '&' + field("try-event", event));
	}

	private HttpResponse<String> post(Work work, String action, String more) {
		String page = get("/exercises/" + work.exercise()).body();
		StringBuilder form = new StringBuilder(field("_csrf", hidden(page, "_csrf"))).append('&')
			.append(field("token", hidden(page, "token")))
			.append('&')
			.append(field("language", work.language()));
		work.files()
			.forEach((path,
					text) -> form.append('&').append(field("path", path)).append('&').append(field("content", text)));
		form.append(more);
		return send(HttpRequest.newBuilder(URI.create(this.address + "/exercises/" + work.exercise() + '/' + action))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.timeout(Duration.ofSeconds(60))
			.POST(HttpRequest.BodyPublishers.ofString(form.toString()))
			.build());
	}

	JsonNode state(String submission) {
		return json(submission + "/state");
	}

	void awaitReady() {
		Awaitility.await().atMost(PATIENCE).until(() -> json("/readiness").path("level").asString("").equals("ready"));
	}

	/**
	 * Wait for the report.
	 * @param submission the address of the submission
	 * @return the report
	 */
	JsonNode awaitReport(String submission) {
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> state(submission).path("status").asString("").equals("finished"));
		return json(submission + "/report.json");
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.client.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String hidden(String page, String name) {
		Matcher field = Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"").matcher(page);
		assertThat(field.find()).as("the field %s in %s", name, page).isTrue();
		return field.group(1);
	}

	private static String field(String name, String value) {
		return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
