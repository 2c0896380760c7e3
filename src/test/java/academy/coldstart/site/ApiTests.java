package academy.coldstart.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import academy.coldstart.submission.SubmissionId;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The interface for programs, held to its description.
 */
class ApiTests {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private static final JsonNode DESCRIPTION = description();

	private static final String EXERCISE = "/api/v1/exercises/charge-once";

	private static SampleSite site;

	private final HttpClient client = HttpClient.newHttpClient();

	@BeforeAll
	static void start() {
		site = new SampleSite();
	}

	@AfterAll
	static void stop() {
		site.close();
	}

	@Test
	void describesEveryAddressAndNoOther() {
		Set<String> described = new TreeSet<>();
		DESCRIPTION.path("paths")
			.properties()
			.forEach((path) -> path.getValue()
				.propertyNames()
				.stream()
				.filter((method) -> !method.equals("parameters"))
				.forEach((method) -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
		Set<String> offered = new TreeSet<>(site.mappings());
		offered.removeIf((mapping) -> !mapping.contains("/api/"));
		assertThat(offered).isEqualTo(described);
	}

	@Test
	void handsItsDescriptionOut() {
		HttpResponse<String> answer = get("/api/v1/openapi.yaml");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).startsWith("openapi: 3.1.0");
	}

	@Test
	void listsExercisesAsDescribed() {
		JsonNode list = answered(get("/api/v1/exercises"), 200);
		assertThat(list.path("exercises")).isNotEmpty().allSatisfy((exercise) -> requireValid("Exercise", exercise));
		JsonNode one = answered(get(EXERCISE), 200);
		requireValid("Exercise", one);
		assertThat(one.path("languages").findValuesAsString("id")).contains("python", "node");
		assertThat(get(one.path("links").path("page").asString()).statusCode()).isEqualTo(200);
	}

	@Test
	void takesWorkInAndTellsWhatBecameOfIt() {
		HttpResponse<String> handedIn = submit("""
				{"files": {"handler.py": "def handler(event, context): return 1"}}""", "application/json");
		JsonNode accepted = answered(handedIn, 202);
		requireValid("Accepted", accepted);
		String self = handedIn.headers().firstValue("Location").orElseThrow();
		JsonNode waiting = answered(get(self), 200);
		requireValid("Submission", waiting);
		assertThat(waiting.path("status").asString()).isEqualTo("queued");
		assertThat(waiting.path("outcome").isNull()).isTrue();

		SubmissionId id = SubmissionId.parse(accepted.path("submission").asString());
		site.gradings()
			.finish(id, SampleReports.syntaxError(site.chargeOnce()), SampleReports.json(SampleReports.traces()));
		JsonNode finished = answered(get(self), 200);
		requireValid("Submission", finished);
		assertThat(finished.path("status").asString()).isEqualTo("finished");
		assertThat(finished.path("outcome").asString()).isEqualTo("failed");
		assertThat(answered(get(link(finished, "report")), 200).path("outcome").asString()).isEqualTo("failed");
		assertThat(answered(get(link(finished, "trace")), 200).path("runs")).isNotEmpty();
		assertThat(get(link(finished, "endState")).statusCode()).isEqualTo(404);
		site.gradings().endState(id, SampleStates.json());
		assertThat(answered(get(link(finished, "endState")), 200).path("runs")).hasSize(2);
		requireValid("Submission", MAPPER.readTree(data(get(link(finished, "events")).body())));
	}

	@Test
	void tellsThatWorkWasCancelled() {
		JsonNode accepted = answered(submit("""
				{"files": {"handler.py": "def handler(event, context): return 3"}}""", "application/json"), 202);
		site.gradings().cancel(SubmissionId.parse(accepted.path("submission").asString()));
		JsonNode cancelled = answered(get(link(accepted, "self")), 200);
		requireValid("Submission", cancelled);
		assertThat(cancelled.path("status").asString()).isEqualTo("cancelled");
		assertThat(cancelled.path("outcome").isNull()).isTrue();
	}

	@Test
	void takesTheSameWorkWithTheSameKeyOnce() {
		String body = """
				{"files": {"handler.py": "def handler(event, context): return 2"}}""";
		String key = "4f0f6d2e-7c2c-4c7e-9a34-0f0c8f4d6a11";
		JsonNode first = answered(submit(body, "application/json", "Idempotency-Key", key), 202);
		JsonNode second = answered(submit(body, "application/json", "Idempotency-Key", key), 202);
		assertThat(second.path("submission")).isEqualTo(first.path("submission"));
		assertThat(second.path("repeated").asBoolean()).isTrue();
	}

	@Test
	void saysWhyWorkIsNotAccepted() {
		JsonNode missing = answered(submit("{\"files\": {\"other.py\": \"x\"}}", "application/json"), 422);
		requireValid("Problem", missing);
		assertThat(missing.path("rule").asString()).isEqualTo("handler-missing");
		assertThat(missing.path("detail").asString()).contains("needs the file handler.py", "Found: \"other.py\"");
		assertThat(answered(submit("no archive", "application/zip"), 422).path("rule").asString())
			.isEqualTo("archive-broken");
		assertThat(answered(submit("{\"files\": ", "application/json"), 400).path("detail").asString()).isNotEmpty();
		assertThat(answered(submit("files=x", "application/x-www-form-urlencoded"), 415).path("detail").asString())
			.isNotEmpty();
	}

	@Test
	void knowsOnlyWhatThereIs() {
		for (String address : List.of("/api/v1/exercises/nothing", "/api/v1/exercises/charge-once/download?language=x",
				"/api/v1/submissions/4f0f6d2e-7c2c-4c7e-9a34-0f0c8f4d6a11", "/api/v1/submissions/x")) {
			requireValid("Problem", answered(get(address), 404));
		}
	}

	@Test
	void refusesPagesOfOtherSites() {
		int before = site.accepted();
		HttpResponse<String> refused = submit("{\"files\": {\"handler.py\": \"x\"}}", "application/json", "Origin",
				"http://localhost:1");
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(site.accepted()).isEqualTo(before);
	}

	@Test
	void handsOutAFolderForAnIde() {
		HttpResponse<String> archive = get(EXERCISE + "/download?language=python");
		assertThat(archive.statusCode()).isEqualTo(200);
		assertThat(archive.headers().firstValue("Content-Disposition"))
			.hasValue("attachment; filename=\"charge-once-python.zip\"");
		assertThat(archive.body()).contains("charge-once-python/handler.py", "charge-once-python/requirements.txt");
	}

	private static void requireValid(String name, JsonNode value) {
		Map<String, Object> schema = Map.of("$schema", "https://json-schema.org/draft/2020-12/schema", "$ref",
				"#/components/schemas/" + name, "components", DESCRIPTION.path("components"));
		assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(MAPPER.writeValueAsString(schema), InputFormat.JSON)
			.validate(value.toString(), InputFormat.JSON)).as(value.toString()).isEmpty();
	}

	private static String link(JsonNode document, String name) {
		return document.path("links").path(name).asString();
	}

	private static String data(String events) {
		return events.lines()
			.filter((line) -> line.startsWith("data:"))
			.map((line) -> line.substring("data:".length()))
			.findFirst()
			.orElseThrow();
	}

	private static JsonNode answered(HttpResponse<String> answer, int status) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		return MAPPER.readTree(answer.body());
	}

	private HttpResponse<String> submit(String body, String type, String... headers) {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create(site.address() + EXERCISE + "/submissions?language=python"))
			.header("Content-Type", type)
			.POST(HttpRequest.BodyPublishers.ofString(body));
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	private HttpResponse<String> get(String address) {
		return send(HttpRequest.newBuilder(URI.create(site.address() + address)));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static JsonNode description() {
		try (InputStream in = Objects.requireNonNull(ApiTests.class.getResourceAsStream("/api/openapi.yaml"))) {
			return MAPPER.valueToTree(new Yaml().load(in));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
