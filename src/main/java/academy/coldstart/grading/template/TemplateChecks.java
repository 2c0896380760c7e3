package academy.coldstart.grading.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * Finds what cannot work in a template before the engine sees it: the engine accepts
 * types that it does not know and reports them as created.
 */
public final class TemplateChecks {

	private static final String SAM = "AWS::Serverless-2016-10-31";

	/** What may stand in a resource beside its type, for CloudFormation and for SAM. */
	private static final Set<String> ATTRIBUTES = Set.of("Type", "Properties", "DependsOn", "Condition", "Metadata",
			"DeletionPolicy", "UpdateReplacePolicy", "CreationPolicy", "UpdatePolicy", "Connectors", "IgnoreGlobals");

	private static final Set<String> SUPPORTED = load();

	private final Template template;

	private final Set<String> parameters;

	private final Map<String, List<References.Reference>> references = new LinkedHashMap<>();

	private final Findings findings;

	private TemplateChecks(Template template, Findings findings) {
		this.template = template;
		this.findings = findings;
		this.parameters = names(template.root().path("Parameters"));
	}

	/**
	 * Check a template.
	 * @param template the template
	 * @throws InvalidTemplate for the first thing that cannot work, with what else cannot
	 */
	public static void check(Template template) {
		Findings findings = new Findings();
		check(template, findings);
		findings.refuse();
	}

	/**
	 * Collect what cannot work in a template.
	 * @param template the template
	 * @param findings where to
	 */
	static void check(Template template, Findings findings) {
		new TemplateChecks(template, findings).run();
	}

	private void run() {
		JsonNode resources = this.template.resources();
		if (!resources.isObject() || resources.isEmpty()) {
			found("Resources", "invalid-template", "The template has no section Resources with at least one resource.",
					"Resources");
			return;
		}
		resources.properties().forEach((entry) -> checkType(entry.getKey(), entry.getValue()));
		resources.properties().forEach((entry) -> this.references.put(entry.getKey(), references(entry)));
		this.references.forEach((id, found) -> found.forEach((reference) -> checkTarget(id, reference)));
		new QueueArns(this.template, this.findings).check();
		checkCycles();
	}

	private void checkType(String id, JsonNode resource) {
		String place = "Resources/" + id;
		JsonNode type = resource.path("Type");
		if (!type.isString()) {
			// What it is is not known, so nothing else is said about it.
			found(place, "invalid-template", "The resource " + id
					+ " has no Type. If it is a property, indent it, so that it stands below the Properties of its resource.",
					place);
			return;
		}
		if (!SUPPORTED.contains(type.stringValue())) {
			found(place + "/Type", "unsupported-resource",
					"The resource %s has the type %s, which is unknown or not supported here. %s".formatted(id,
							type.stringValue(), alternative(type.stringValue())),
					place + "/Type");
		}
		else {
			checkTransform(id, type.stringValue(), place + "/Type");
		}
		checkAttributes(id, resource, place);
	}

	private void checkAttributes(String id, JsonNode resource, String place) {
		// Where nothing stands below Properties, all of it has to be moved there.
		boolean moved = resource.path("Properties").isEmpty();
		// SAM leaves out what it does not know, and so does the engine.
		resource.properties()
			.stream()
			.map(Map.Entry::getKey)
			.filter((key) -> !ATTRIBUTES.contains(key))
			.forEach((key) -> found(moved ? place + "/Properties" : place + "/" + key, "invalid-template",
					"The resource %s has %s beside its Properties. Indent it, so that it stands below Properties."
						.formatted(id, key),
					place + "/" + key));
	}

	private void checkTransform(String id, String type, String place) {
		// The engine creates nothing for such a resource, and says nothing about it.
		JsonNode transform = this.template.root().path("Transform");
		boolean present = transform.isArray() ? transform.valueStream().anyMatch((one) -> one.asString("").equals(SAM))
				: transform.asString("").equals(SAM);
		if (type.startsWith("AWS::Serverless::") && !present) {
			found("Transform", "transform-missing",
					"The resource %s has the type %s, which only SAM knows. Add the line \"Transform: %s\" at the top."
						.formatted(id, type, SAM),
					place);
		}
	}

	private static String alternative(String type) {
		return NearestType.find(type, SUPPORTED)
			.map((near) -> "Did you mean " + near + "?")
			.orElseGet(() -> "Leave it out: the engine cannot create it." + relatives(type));
	}

	private static String relatives(String type) {
		String service = type.substring(0, type.lastIndexOf("::") + 1);
		String relatives = SUPPORTED.stream()
			.filter((other) -> !service.isEmpty() && other.startsWith(service))
			.sorted()
			.collect(Collectors.joining(", "));
		return relatives.isEmpty() ? "" : " These exist: " + relatives + ".";
	}

	private static List<References.Reference> references(Map.Entry<String, JsonNode> entry) {
		String place = "Resources/" + entry.getKey();
		List<References.Reference> all = new ArrayList<>(
				References.in(entry.getValue().path("Properties"), place + "/Properties"));
		JsonNode dependsOn = entry.getValue().path("DependsOn");
		if (dependsOn.isString()) {
			all.add(new References.Reference(dependsOn.stringValue(), place + "/DependsOn"));
		}
		dependsOn.values()
			.forEach((name) -> all.add(new References.Reference(name.asString(""), place + "/DependsOn")));
		return all;
	}

	private void checkTarget(String id, References.Reference reference) {
		String name = reference.name();
		if (!name.startsWith("AWS::") && !this.parameters.contains(name) && !this.references.containsKey(name)
				&& !isGenerated(name)) {
			found("reference to " + name, "invalid-template",
					"The resource %s refers to %s, but the template has no resource or parameter of that name."
						.formatted(id, name),
					reference.path());
		}
	}

	private boolean isGenerated(String name) {
		// SAM makes resources whose names begin with the name of what they belong to.
		return this.template.resources()
			.properties()
			.stream()
			.anyMatch((entry) -> name.startsWith(entry.getKey())
					&& entry.getValue().path("Type").asString("").startsWith("AWS::Serverless::"))
				|| name.startsWith("Serverless");
	}

	private void checkCycles() {
		Map<String, Set<String>> edges = new LinkedHashMap<>();
		this.references.forEach((id, found) -> edges.put(id,
				found.stream()
					.map(References.Reference::name)
					.filter(this.references::containsKey)
					.collect(Collectors.toCollection(LinkedHashSet::new))));
		Cycles.all(edges)
			.forEach((cycle) -> found("circle of " + cycle.getFirst(), "circular-reference",
					"The resources refer to each other in a circle: " + String.join(" → ", cycle)
							+ ". Take one of these references away.",
					"Resources/" + cycle.getFirst()));
	}

	private void found(String cause, String kind, String message, String place) {
		this.findings.add(cause, new InvalidTemplate(kind, message, this.template.line(place)));
	}

	private static Set<String> names(JsonNode section) {
		return section.properties().stream().map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
	}

	private static Set<String> load() {
		try (InputStream in = TemplateChecks.class.getResourceAsStream("supported-types.txt")) {
			return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
