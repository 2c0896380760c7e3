package academy.coldstart.engine.container;

import org.jspecify.annotations.Nullable;

/**
 * Whether Docker can be used on this machine.
 *
 * @param version its version when it can, or nothing
 * @param sentence what was found, as a sentence
 * @param remedy what to do about it, or an empty text
 */
public record DockerState(@Nullable String version, String sentence, String remedy) {

	static DockerState present(String version) {
		return new DockerState(version, "Docker " + version + " answers.", "");
	}

	static DockerState absent(String sentence, String remedy) {
		return new DockerState(null, sentence, remedy);
	}

	public boolean isUsable() {
		return this.version != null;
	}

}
