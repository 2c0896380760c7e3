package academy.coldstart.grading.pipeline;

import java.util.Optional;

/**
 * Which languages functions can be written in on this machine. Wired to the environment
 * host.
 */
public interface Languages {

	/**
	 * Say why functions with a runtime identifier cannot run. Before the engine is
	 * installed, that may only be because of that.
	 * @param runtime the identifier, such as {@code nodejs24.x}
	 * @return the reason with what to do, or empty when they can
	 */
	Optional<String> obstacle(String runtime);

}
