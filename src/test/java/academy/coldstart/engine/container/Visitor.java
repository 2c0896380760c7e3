package academy.coldstart.engine.container;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody who uses the pages with a browser that runs no scripts.
 */
class Visitor {

	private final HttpClient client = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.proxy(HttpClient.Builder.NO_PROXY)
		.build();

	private final String site;

	Visitor(int port) {
		this.site = "http://localhost:" + port;
	}

	HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.client.send(
				HttpRequest.newBuilder(URI.create(this.site + path)).timeout(Duration.ofSeconds(60)).build(),
				BodyHandlers.ofString());
	}

	/**
	 * Send a program in with the form of its exercise.
	 * @param exercise the exercise
	 * @param language the language
	 * @param solution the folder with the files that the form asks for
	 * @return the path of the submission
	 */
	String submit(String exercise, String language, Path solution) throws IOException, InterruptedException {
		String page = get("/exercises/" + exercise + "?language=" + language).body();
		assertThat(values(page, "language")).containsExactly(language);
		List<String> form = new ArrayList<>();
		for (String name : List.of("_csrf", "token", "language")) {
			form.add(field(name, values(page, name).getFirst()));
		}
		for (String file : values(page, "path")) {
			form.add(field("path", file));
			form.add(field("content", Files.readString(solution.resolve(file))));
		}
		HttpResponse<String> response = this.client
			.send(HttpRequest.newBuilder(URI.create(this.site + "/exercises/" + exercise + "/submissions"))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.header("Origin", this.site)
				.POST(BodyPublishers.ofString(String.join("&", form)))
				.build(), BodyHandlers.ofString());
		assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
		return URI.create(response.headers().firstValue("Location").orElseThrow()).getPath();
	}

	private static String field(String name, String value) {
		return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	private static List<String> values(String page, String name) {
		Matcher input = Pattern.compile("<input[^>]*name=\"" + name + "\"[^>]*value=\"([^\"]+)\"").matcher(page);
		return input.results().map((result) -> result.group(1)).distinct().toList();
	}

}
