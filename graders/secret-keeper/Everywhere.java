package academy.coldstart.graders.secretkeeper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import academy.coldstart.grader.Calls;
import academy.coldstart.grader.Place;
import academy.coldstart.grader.Result;
import academy.coldstart.grader.Run;
import academy.coldstart.grader.StackResource;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.LogLine;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All places in which others could read the key.
 */
final class Everywhere {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final String SECRET = "AWS::SecretsManager::Secret";

	/** The parameter that the grader puts the key into. */
	static final String PARAMETER = "KeyFromProvider";

	private final Till till;

	private final KeySearch search;

	private final List<Sighting> sightings = new ArrayList<>();

	private Everywhere(Till till) {
		this.till = till;
		this.search = new KeySearch(till.provider().keys());
	}

	/**
	 * Look everywhere.
	 * @param till the checkout
	 * @return where the key is readable; what needs the least to be read comes first
	 */
	static List<Sighting> look(Till till) {
		Everywhere everywhere = new Everywhere(till);
		everywhere.variables();
		everywhere.stack();
		everywhere.files();
		everywhere.logs();
		everywhere.answers();
		everywhere.calls();
		return everywhere.sightings;
	}

	private void variables() {
		for (FunctionConfiguration function : run().aws().lambda().listFunctionsPaginator().functions()) {
			EnvironmentResponse environment = function.environment();
			if (environment != null) {
				Place place = run().stack().place(function.functionName(), "Environment");
				new TreeMap<>(environment.variables()).forEach((name, value) -> look(value,
						new Sighting("the environment variable " + name,
								"everybody who may call GetFunctionConfiguration or open the console reads it there", "",
								List.of(), place)));
			}
		}
	}

	private void stack() {
		parameters();
		run().stack()
			.outputs()
			.forEach((name, value) -> look(value, new Sighting("the output " + name + " of the stack",
					"everybody who may describe the stack reads it there", "", List.of(), null)));
		run().stack()
			.resources()
			.values()
			.stream()
			.filter((resource) -> !resource.type().equals(SECRET))
			.forEach((resource) -> property(resource, resource.properties(), ""));
	}

	private void property(StackResource resource, JsonNode value, String path) {
		if (value.isString() && !path.startsWith("Environment")) {
			look(value.stringValue(),
					new Sighting("the property %s of %s".formatted(path, resource.logicalId()),
							"everybody who may describe this resource reads it there", "", List.of(),
							run().stack().place(resource.physicalId(), path)));
		}
		value.properties().forEach((entry) -> property(resource, entry.getValue(), below(path, entry.getKey())));
		for (int n = 0; value.isArray() && n < value.size(); n++) {
			property(resource, value.get(n), below(path, String.valueOf(n)));
		}
	}

	// Values of parameters are not told where NoEcho is set. The engine does not say
	// whether it is, so that is read from the template.
	private void parameters() {
		run().aws()
			.cloudFormation()
			.describeStacksPaginator()
			.stacks()
			.stream()
			.map((stack) -> run().aws().cloudFormation().getTemplate((request) -> request.stackName(stack.stackName())))
			.map((template) -> MAPPER.readTree(template.templateBody()).path("Parameters").path(PARAMETER))
			.filter((declared) -> !declared.isMissingNode() && !declared.path("NoEcho").asString("").equals("true"))
			.forEach((declared) -> this.sightings
				.add(new Sighting("the parameter " + PARAMETER + " of the stack, which has no NoEcho",
						"everybody who may describe the stack reads it there", "", List.of(), null)));
	}

	private void files() {
		new TreeMap<>(run().sources()).forEach((name, content) -> look(new String(content, StandardCharsets.ISO_8859_1),
				new Sighting("the file " + name, "everybody who may read the repository reads it there", "", List.of(),
						new Place(name, 1))));
	}

	private void logs() {
		List<LogLine> lines = run().trace()
			.logs()
			.list()
			.stream()
			.filter((line) -> this.search.find(line.text()).isPresent())
			.toList();
		if (!lines.isEmpty()) {
			look(lines.getFirst().text(),
					new Sighting((lines.size() == 1) ? "a line of the log" : lines.size() + " lines of the log",
							"everybody who may read the log reads it there, and it stays as long as the log does", "",
							lines.stream().limit(5).map(LogLine::id).toList(), null));
		}
	}

	private void answers() {
		List<Result> answers = this.till.results()
			.stream()
			.filter((result) -> this.search.find(result.payload()).isPresent())
			.toList();
		Stream.of(true, false).forEach((good) -> answers.stream().filter((one) -> one.succeeded() == good).findFirst().ifPresent((one) -> {
			String invocation = run().trace().timeline().invocation(one.requestId()).map((known) -> known.environment()).orElse("");
			look(one.payload(), new Sighting(good ? "an answer of the function" : "an error of the function",
					"whoever calls the function reads it there", "", invocation.isEmpty() ? List.of() : List.of(invocation),
					one.place()));
		}));
	}

	private void calls() {
		Calls calls = run().trace()
			.calls()
			.matching((call) -> !call.service().equals(this.till.provider().name()))
			.matching((call) -> this.search.find(String.valueOf(call.request().text())).isPresent());
		calls.list().stream().findFirst().ifPresent((call) -> look(String.valueOf(call.request().text()),
				new Sighting("what the function sent to %s with %s".formatted(call.service(), call.operation()),
						"a copy of a secret is protected by nothing that protects the secret", "",
						calls.list().stream().limit(5).map(AwsCall::id).toList(), run().place(calls))));
	}

	private void look(String text, Sighting sighting) {
		this.search.find(text).ifPresent((form) -> this.sightings.add(sighting.in(form)));
	}

	private Run run() {
		return this.till.run();
	}

	private static String below(String path, String name) {
		return path.isEmpty() ? name : path + "/" + name;
	}

	/**
	 * A place in which the key was seen.
	 *
	 * @param where the place, in the middle of a sentence
	 * @param who a sentence about who reads it there
	 * @param form how it is written there, as the end of a sentence
	 * @param evidence ids of records that show it
	 * @param place where that comes from, or null
	 */
	record Sighting(String where, String who, String form, List<String> evidence, @Nullable Place place) {

		Sighting in(String form) {
			return new Sighting(this.where, this.who, form, this.evidence, this.place);
		}

	}

}
