package academy.coldstart.grader;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.arns.Arn;

/**
 * The deployed stack.
 *
 * @param outputs its outputs by name
 * @param resources its resources by logical id
 * @param lines where they stand in the learner's template
 */
public record Stack(Map<String, String> outputs, SortedMap<String, StackResource> resources, TemplateLines lines) {

	/** Types whose resources are known by names or URLs, by the service of their ARNs. */
	private static final Map<String, String> NAMED = Map.of("sqs", "AWS::SQS::Queue", "lambda", "AWS::Lambda::Function",
			"events", "AWS::Events::EventBus");

	public Stack {
		outputs = Map.copyOf(outputs);
		resources = new TreeMap<>(resources);
	}

	public Stack(Map<String, String> outputs, SortedMap<String, StackResource> resources) {
		this(outputs, resources, TemplateLines.NONE);
	}

	/**
	 * Return this stack with the places of a template that a learner wrote.
	 * @param lines the places
	 * @return the stack with them
	 */
	public Stack with(TemplateLines lines) {
		return new Stack(this.outputs, this.resources, lines);
	}

	/**
	 * Return an output.
	 * @param name its name in the template
	 * @return its value
	 * @throws LearnerFailure when the template has no such output
	 */
	public String output(String name) {
		String value = this.outputs.get(name);
		if (value == null) {
			throw LearnerFailure.because("The template has no output %s, which this exercise needs.", name)
				.expected("an output named %s", name)
				.observed("outputs %s", this.outputs.keySet());
		}
		return value;
	}

	/**
	 * Return a resource.
	 * @param logicalId its name in the template
	 * @return the resource
	 * @throws LearnerFailure when the template has no such resource
	 */
	public StackResource resource(String logicalId) {
		StackResource resource = this.resources.get(logicalId);
		if (resource == null) {
			throw LearnerFailure.because("The template has no resource %s, which this exercise needs.", logicalId)
				.expected("a resource named %s", logicalId)
				.observed("resources %s", this.resources.keySet());
		}
		return resource;
	}

	public String physicalId(String logicalId) {
		return resource(logicalId).physicalId();
	}

	/**
	 * Return the resource that AWS knows by a name, URL or ARN.
	 * @param physicalId the name, URL or ARN
	 * @return the resource, or empty when it is none of this stack
	 */
	public Optional<StackResource> byPhysicalId(String physicalId) {
		return this.resources.values()
			.stream()
			.filter((resource) -> resource.physicalId().equals(physicalId))
			.findFirst();
	}

	/**
	 * Return the resource that has an ARN.
	 * @param arn the ARN of a queue, a topic, a bus or a function, also with a version or
	 * an alias
	 * @return the resource, or empty when it is none of this stack
	 */
	public Optional<StackResource> byArn(String arn) {
		return Arn.tryFromString(arn).flatMap(this::named).or(() -> byPhysicalId(arn));
	}

	private Optional<StackResource> named(Arn arn) {
		String name = arn.resource().resource();
		return this.resources.values()
			.stream()
			.filter((resource) -> resource.type().equals(NAMED.get(arn.service())))
			.filter((resource) -> resource.physicalId().equals(name) || resource.physicalId().endsWith("/" + name))
			.findFirst();
	}

	/**
	 * Return what the learner calls something.
	 * @param id its ARN, or the name, URL or ARN that AWS knows it by
	 * @return its logical id, or the name within its ARN or URL when it is not of this
	 * stack
	 */
	public String name(String id) {
		return byArn(id).map(StackResource::logicalId)
			.orElseGet(() -> Arn.tryFromString(id)
				.map((arn) -> arn.resource().resource())
				.orElseGet(() -> id.substring(id.lastIndexOf('/') + 1)));
	}

	/**
	 * Return where a property stands in the learner's template.
	 * @param physicalId the name, URL or ARN of the resource, or the id of an event
	 * source mapping
	 * @param property the property with slashes, such as {@code RedrivePolicy}
	 * @return the line of the property, or of the deepest part of its path that is
	 * written; null when the learner wrote nothing of it
	 */
	public @Nullable Place place(String physicalId, String property) {
		return byPhysicalId(physicalId).map((resource) -> this.lines.find(resource.logicalId(), property)).orElse(null);
	}

	/**
	 * Return the resources of a type.
	 * @param type such as {@code AWS::SQS::Queue}
	 * @return the resources in the order of their logical ids
	 */
	public List<StackResource> ofType(String type) {
		return this.resources.values().stream().filter((resource) -> resource.type().equals(type)).toList();
	}

}
