package academy.coldstart.site;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The form of the exercise page as a browser holds it.
 *
 * @param site the address of the site
 * @param cookie the cookie
 * @param csrf the proof that it is our form
 * @param token its one-time token
 */
record SampleForm(String site, String cookie, String csrf, String token) {

	private static final String HTML = "Accept: text/html";

	static SampleForm of(String site) {
		HttpExchange page = HttpExchange.send(site, "GET /exercises/charge-once", HTML);
		String cookie = page.header("Set-Cookie");
		return new SampleForm(site, cookie.substring(0, cookie.indexOf(';')), hidden(page.body(), "_csrf"),
				hidden(page.body(), "token"));
	}

	HttpExchange post(String... headers) {
		return post(parts(), headers);
	}

	HttpExchange postTo(String address, String... headers) {
		return send(address, "Accept: application/json", parts(), headers);
	}

	HttpExchange postTo(String address, List<String> parts, String... headers) {
		return send(address, HTML, parts, headers);
	}

	HttpExchange post(List<String> parts, String... headers) {
		return send("/exercises/charge-once/submissions", HTML, parts, headers);
	}

	private HttpExchange send(String address, String accept, List<String> parts, String... headers) {
		String body = String.join("", parts) + "--x--\r\n";
		List<String> all = new ArrayList<>(List.of(headers));
		all.addAll(List.of(accept, "Cookie: " + this.cookie, "Content-Type: multipart/form-data; boundary=x",
				"Content-Length: " + body.getBytes(java.nio.charset.StandardCharsets.UTF_8).length));
		return HttpExchange.send(this.site, "POST " + address, all, body);
	}

	List<String> parts() {
		return parts("handler.py", "print(1)");
	}

	List<String> parts(String path, String content) {
		return List.of(part("_csrf", this.csrf), part("token", this.token), part("language", "python"),
				part("path", path), part("content", content));
	}

	static String part(String name, String value) {
		return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
	}

	private static String hidden(String html, String name) {
		Matcher field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(html);
		assertThat(field.find()).as(name).isTrue();
		return field.group(1);
	}

}
