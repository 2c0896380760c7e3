package academy.coldstart.grading.endstate;

import java.util.LinkedHashMap;
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

	private final Map<String, ResourceState> states = new LinkedHashMap<>();

	/**
	 * Begin with nothing read.
	 * @param resources what is to be read
	 */
	Gathered(List<StackResource> resources) {
		resources.forEach((resource) -> this.states.put(resource.logicalId(), unread(resource, Reason.LATE)));
	}

	synchronized void add(ResourceState state) {
		this.states.put(state.logicalId(), state);
	}

	synchronized List<ResourceState> states() {
		return List.copyOf(this.states.values());
	}

	static UnreadState unread(StackResource resource, Reason reason) {
		String id = resource.physicalId();
		return new UnreadState(resource.logicalId(), id.substring(id.lastIndexOf('/') + 1),
				EndStateReader.kind(resource), reason);
	}

}
