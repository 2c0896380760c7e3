package academy.coldstart.grading.endstate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import academy.coldstart.endstate.ResourceState;
import academy.coldstart.endstate.UnreadState;
import academy.coldstart.endstate.UnreadState.Reason;
import academy.coldstart.grader.StackResource;

/**
 * What was read so far: one thread reads, and another one may stop waiting for it.
 */
final class Gathered {

	private final List<StackResource> resources;

	private final Map<String, ResourceState> states = new HashMap<>();

	/**
	 * Begin with nothing read.
	 * @param resources what is to be read
	 */
	Gathered(List<StackResource> resources) {
		this.resources = resources;
	}

	synchronized void add(ResourceState state) {
		this.states.put(state.logicalId(), state);
	}

	/**
	 * Return what was read.
	 * @param reason why the rest was not
	 * @return a state for each resource
	 */
	synchronized List<ResourceState> states(Reason reason) {
		return this.resources.stream()
			.map((resource) -> this.states.getOrDefault(resource.logicalId(), unread(resource, reason)))
			.toList();
	}

	static UnreadState unread(StackResource resource, Reason reason) {
		String id = resource.physicalId();
		return new UnreadState(resource.logicalId(), id.substring(id.lastIndexOf('/') + 1),
				EndStateReader.kind(resource), reason);
	}

}
