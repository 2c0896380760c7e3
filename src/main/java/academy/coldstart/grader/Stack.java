package academy.coldstart.grader;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The deployed stack.
 *
 * @param outputs its outputs by name
 * @param resources its resources by logical id
 */
public record Stack(Map<String, String> outputs, SortedMap<String, StackResource> resources) {

	public Stack {
		outputs = Map.copyOf(outputs);
		resources = new TreeMap<>(resources);
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
	 * Return the resources of a type.
	 * @param type such as {@code AWS::SQS::Queue}
	 * @return the resources in the order of their logical ids
	 */
	public List<StackResource> ofType(String type) {
		return this.resources.values().stream().filter((resource) -> resource.type().equals(type)).toList();
	}

}
