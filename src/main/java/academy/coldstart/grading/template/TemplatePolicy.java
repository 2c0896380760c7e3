package academy.coldstart.grading.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * What a template that a stranger wrote may ask of the engine. It may describe resources;
 * it may not bring programs, content or addresses from elsewhere, and it may not grow
 * without bounds. Templates of exercises are not held to it.
 *
 * @param references the dynamic references that the exercise allows
 * @param given the functions whose code the exercise gives
 */
public record TemplatePolicy(DynamicReferences references, GivenFunctions given) {

	private static final String SAM = "AWS::Serverless-2016-10-31";

	/** Types whose resources are made by programs or templates of somebody else. */
	private static final Set<String> CUSTOM = Set.of("AWS::CloudFormation::CustomResource",
			"AWS::CloudFormation::Macro", "AWS::CloudFormation::Stack", "AWS::Serverless::Application");

	/**
	 * Read a template, and look at it as is done before the engine sees it.
	 * @param written the file
	 * @return the template
	 * @throws InvalidTemplate for the first thing that it may not ask for or that cannot
	 * work, with the others; what cannot be read, or is too large, leaves no others
	 */
	public Template read(byte[] written) {
		return read(written, (template) -> {
		});
	}

	/**
	 * Read a template, and look at it as is done before the engine sees it.
	 * @param written the file
	 * @param more what else looks at it, and notes what it finds
	 * @return the template
	 * @throws InvalidTemplate as {@link #read(byte[])} does
	 */
	public Template read(byte[] written, Consumer<Template> more) {
		Findings findings = new Findings();
		Template template = TemplateParser.parse(written);
		check(template, findings);
		TemplateChecks.check(template, findings);
		findings.collect(() -> more.accept(template));
		findings.refuse();
		return template;
	}

	/**
	 * Check a template.
	 * @param template the template
	 * @throws InvalidTemplate for the first thing that it may not ask for, with the
	 * others
	 */
	void check(Template template) {
		Findings findings = new Findings();
		check(template, findings);
		findings.refuse();
	}

	private void check(Template template, Findings findings) {
		new TemplateSize(template).check();
		List<PlacedValue> written = PlacedValue.within(template.root(), "");
		checkTransforms(template, written, findings);
		checkResources(template, findings);
		List<PlacedValue> resolved = resolved(template);
		List<PlacedValue> described = Stream.concat(written.stream(), resolved.stream())
			.filter((value) -> value.path().startsWith("Resources/") || value.path().startsWith("Globals/"))
			.toList();
		this.given.check(template, described, findings);
		new RemoteContent(template, findings).check(described);
		new OutsideAddresses(template, resolver(template), findings).check(described);
		this.references.check(template,
				Stream.concat(written.stream().filter(TemplatePolicy::isFinal), resolved.stream()).toList(), findings);
	}

	private static boolean isFinal(PlacedValue value) {
		// Texts with placeholders are looked at when these are filled in.
		return !value.value().asString("").contains("${") && !value.path().matches("Resources/[^/]+/Metadata/.*");
	}

	private static void checkTransforms(Template template, List<PlacedValue> all, Findings findings) {
		JsonNode written = template.root().path("Transform");
		List<JsonNode> transforms = written.isArray() ? written.valueStream().toList() : List.of(written);
		transforms.stream().filter((one) -> !one.isMissingNode() && !one.asString("").equals(SAM)).forEach((one) -> {
			String name = one.isString() ? one.stringValue() : "one with parameters";
			findings.add("transform " + name, transform(template, "Transform", name));
		});
		all.stream()
			.filter((value) -> value.key().equals("Fn::Transform") || value.key().startsWith("Fn::ForEach"))
			.forEach((value) -> findings.add(value.path(), transform(template, value.path(), value.key())));
	}

	private static InvalidTemplate transform(Template template, String path, String name) {
		return new InvalidTemplate("transform-refused",
				"The template asks for the transform %s, but only %s is carried out here. Write out what it would make."
					.formatted(name, SAM),
				template.line(path));
	}

	private static void checkResources(Template template, Findings findings) {
		template.resources().properties().forEach((entry) -> {
			String place = "Resources/" + entry.getKey();
			if (!entry.getKey().matches("[A-Za-z0-9]{1,255}")) {
				findings.add(place, new InvalidTemplate("invalid-template",
						"The name of the resource \"%s\" has other characters than letters and digits. Rename it."
							.formatted(entry.getKey()),
						template.line(place)));
			}
			String type = entry.getValue().path("Type").asString("");
			if (type.startsWith("Custom::") || CUSTOM.contains(type)) {
				findings.add(place + "/Type", new InvalidTemplate("custom-resource",
						("The resource %s has the type %s, which hands its creation to another program or template. Only "
								+ "AWS's own resources are created here: describe what you need with those.")
							.formatted(entry.getKey(), type),
						template.line(place + "/Type")));
			}
		});
	}

	private static List<PlacedValue> resolved(Template template) {
		Resolver resolver = resolver(template);
		Stream<PlacedValue> sections = Stream.of("Globals", "Outputs")
			.flatMap((name) -> PlacedValue.within(resolver.resolve(template.root().path(name)), name).stream());
		Stream<PlacedValue> resources = template.resources()
			.properties()
			.stream()
			.flatMap((entry) -> PlacedValue
				.within(resolver.resolve(entry.getValue().path("Properties")),
						"Resources/" + entry.getKey() + "/Properties")
				.stream());
		return Stream.concat(sections, resources).toList();
	}

	private static Resolver resolver(Template template) {
		Map<String, String> known = new HashMap<>(Map.of("AWS::AccountId", "123456789012", "AWS::Region", "us-east-1",
				"AWS::Partition", "aws", "AWS::URLSuffix", "amazonaws.com", "AWS::StackName", "exercise"));
		template.resources().properties().forEach((entry) -> known.put(entry.getKey(), entry.getKey()));
		return new Resolver(template, known);
	}

	/**
	 * Name what a place belongs to.
	 * @param path the place
	 * @return the subject of a sentence
	 */
	static String owner(String path) {
		String[] steps = path.split("/", -1);
		return (steps[0].equals("Resources") && steps.length > 1) ? "The resource " + steps[1]
				: "The section " + steps[0];
	}

}
