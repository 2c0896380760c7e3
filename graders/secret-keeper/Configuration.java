package academy.coldstart.graders.secretkeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import academy.coldstart.grader.Run;
import academy.coldstart.grader.StackResource;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is deployed, as everybody sees it who may read configurations.
 */
final class Configuration {

	/** The parameter that the grader puts the key into. */
	static final String PARAMETER = "KeyFromProvider";

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final String SECRET = "AWS::SecretsManager::Secret";

	private static final String STACK = "everybody who may describe the stack reads it there";

	private static final String RESOURCE = "everybody who may read the settings of this resource reads it there";

	private final Run run;

	private final KeySearch search;

	private final List<Sighting> sightings = new ArrayList<>();

	private Configuration(Run run, KeySearch search) {
		this.run = run;
		this.search = search;
	}

	/**
	 * Look for keys.
	 * @param run the run
	 * @param search looks for them
	 * @return where they are readable
	 */
	static List<Sighting> look(Run run, KeySearch search) {
		Configuration configuration = new Configuration(run, search);
		configuration.variables();
		configuration.parameters();
		configuration.outputs();
		configuration.properties();
		configuration.stored();
		return configuration.sightings;
	}

	private void variables() {
		for (FunctionConfiguration function : this.run.aws().lambda().listFunctionsPaginator().functions()) {
			EnvironmentResponse environment = function.environment();
			if (environment != null) {
				new TreeMap<>(environment.variables()).forEach((name, value) -> add(value,
						new Sighting("the environment variable " + name,
								"everybody who may call GetFunctionConfiguration or open the console reads it there",
								this.run.stack().place(function.functionName(), "Environment/Variables/" + name))));
			}
		}
	}

	// Values of parameters are not told where NoEcho is set. The engine does not say
	// whether it is, so that is read from the template.
	private void parameters() {
		this.run.aws()
			.cloudFormation()
			.describeStacksPaginator()
			.stacks()
			.stream()
			.map((stack) -> this.run.aws().cloudFormation().getTemplate((request) -> request.stackName(stack.stackName())))
			.map((template) -> MAPPER.readTree(template.templateBody()).path("Parameters").path(PARAMETER))
			.filter((declared) -> !declared.isMissingNode() && !declared.path("NoEcho").asString("").equals("true"))
			.map((declared) -> "the parameter " + PARAMETER + " of the stack, which has no NoEcho")
			.forEach((where) -> this.sightings.add(new Sighting(where, STACK, null)));
	}

	private void outputs() {
		this.run.stack()
			.outputs()
			.forEach((name, value) -> add(value, new Sighting("the output " + name + " of the stack", STACK, null)));
	}

	private void properties() {
		this.run.stack()
			.resources()
			.values()
			.stream()
			.forEach((resource) -> property(resource, resource.properties(), ""));
	}

	private void property(StackResource resource, JsonNode value, String path) {
		if (value.isString() && !isProtected(resource, path)) {
			add(value.stringValue(), new Sighting("the property %s of %s".formatted(path, resource.logicalId()), RESOURCE,
					this.run.stack().place(resource.physicalId(), path)));
		}
		value.properties().forEach((entry) -> property(resource, entry.getValue(), below(path, entry.getKey())));
		for (int n = 0; value.isArray() && n < value.size(); n++) {
			property(resource, value.get(n), below(path, String.valueOf(n)));
		}
	}

	// The value of a secret is where it belongs, and variables were looked at already.
	private static boolean isProtected(StackResource resource, String path) {
		return path.startsWith("Environment") || (resource.type().equals(SECRET) && path.equals("SecretString"));
	}

	// What a dynamic reference brought in is not in the properties.
	private void stored() {
		this.run.aws()
			.ssm()
			.describeParametersPaginator()
			.stream()
			.flatMap((page) -> page.parameters().stream())
			.filter((parameter) -> parameter.type() != ParameterType.SECURE_STRING)
			.forEach((parameter) -> add(
					this.run.aws().ssm().getParameter((request) -> request.name(parameter.name())).parameter().value(),
					new Sighting("the parameter %s of Parameter Store".formatted(parameter.name()), RESOURCE, null)));
	}

	private void add(String text, Sighting sighting) {
		this.search.find(text).ifPresent((form) -> this.sightings.add(sighting.in(form)));
	}

	private static String below(String path, String name) {
		return path.isEmpty() ? name : path + "/" + name;
	}

}
