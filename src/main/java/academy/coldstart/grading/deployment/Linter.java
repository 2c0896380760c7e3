package academy.coldstart.grading.deployment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import academy.coldstart.grading.template.InvalidTemplate;
import academy.coldstart.grading.template.LintProblem;
import academy.coldstart.grading.template.LintProblems;
import academy.coldstart.grading.template.Template;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds in a template what AWS would refuse and the engine accepts, with cfn-lint, which
 * the engine's plug-in runs.
 */
public final class Linter {

	/** Types are checked before; a rule that breaks says nothing about a template. */
	private static final Set<String> IGNORED = Set.of("E0002", "E3006");

	private static final Duration LIMIT = Duration.ofSeconds(90);

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final HttpClient CLIENT = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(10))
		.proxy(HttpClient.Builder.NO_PROXY)
		.build();

	private static final int REMEMBERED = 100;

	private static final String ANY_ACCOUNT = "123456789012";

	/**
	 * Both runs of a submission ask about the same template, and so does the next try.
	 */
	private final Map<String, LintProblems> answers = new ConcurrentHashMap<>();

	/**
	 * Demand that AWS would accept a template.
	 * @param engine the trusted address of an engine
	 * @param account the account that the template is deployed to
	 * @param form the template with its archives, as the engine gets it
	 * @throws InvalidTemplate for the first problem, with the others
	 */
	public void require(URI engine, String account, Template form) {
		String text = form.root().toString().replace(account, ANY_ACCOUNT);
		if (this.answers.size() > REMEMBERED) {
			this.answers.clear();
		}
		this.answers.computeIfAbsent(text, (template) -> ask(engine, template)).refuse(form);
	}

	private LintProblems ask(URI engine, String template) {
		HttpRequest request = HttpRequest.newBuilder(engine.resolve("/_coldstart/lint"))
			.timeout(LIMIT)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(template))
			.build();
		try {
			HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() != 200) {
				throw new IllegalStateException(
						"The engine could not check the template: " + response.statusCode() + " " + response.body());
			}
			return read(MAPPER.readTree(response.body()).path("problems"));
		}
		catch (IOException ex) {
			throw new IllegalStateException("The engine did not check the template: " + ex, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while a template was checked", ex);
		}
	}

	private static LintProblems read(JsonNode problems) {
		List<LintProblem> read = new ArrayList<>();
		for (JsonNode problem : problems.values()) {
			String rule = problem.path("rule").asString("");
			if (!IGNORED.contains(rule)) {
				String suggestion = problem.path("suggestion").asString("");
				read.add(new LintProblem(rule, problem.path("message").asString(""),
						problem.path("path").valueStream().map((part) -> part.asString("")).toList(),
						suggestion.isEmpty() ? null : suggestion));
			}
		}
		return new LintProblems(read);
	}

}
