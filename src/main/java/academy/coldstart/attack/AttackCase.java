package academy.coldstart.attack;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One attack: what it tries, with which programs, and what has to come of it.
 *
 * @param id the id, such as {@code c1}
 * @param title what is tried
 * @param part the part of the platform that it is about
 * @param defence what holds it
 * @param ending what comes of it when the platform works: held, bounded or not applicable
 * @param reason why it is not applicable, or null
 * @param drill the name of what makes the attack; without one, functions do
 * @param runs the functions
 * @param inputs the files that are handed in
 * @param folder where it is described
 */
public record AttackCase(String id, String title, String part, String defence, @JsonProperty("ends") Ending ending,
		@Nullable String reason, @Nullable String drill, List<FunctionRun> runs, List<HostileInput> inputs,
		@Nullable Path folder) {

	public AttackCase {
		runs = List.copyOf(Objects.requireNonNullElse(runs, List.of()));
		inputs = List.copyOf(Objects.requireNonNullElse(inputs, List.of()));
		if ((ending == Ending.NOT_APPLICABLE) != (reason != null)) {
			throw new IllegalArgumentException("The case " + id + " needs a reason only if it is not applicable");
		}
		if (ending != Ending.NOT_APPLICABLE && drill == null && runs.isEmpty()) {
			throw new IllegalArgumentException("The case " + id + " needs a drill or at least one run");
		}
	}

	AttackCase in(Path directory) {
		return new AttackCase(this.id, this.title, this.part, this.defence, this.ending, this.reason, this.drill,
				this.runs, this.inputs, directory);
	}

	AttackCase with(FunctionRun one) {
		return new AttackCase(this.id, this.title, this.part, this.defence, this.ending, this.reason, this.drill,
				List.of(one), this.inputs, this.folder);
	}

	/**
	 * Return a file of the case.
	 * @param name its name
	 * @return its path
	 */
	Path file(String name) {
		return Objects.requireNonNull(this.folder).resolve(name);
	}

	int number() {
		return Integer.parseInt(this.id.substring(1));
	}

	Finding asExpected(String detail) {
		return new Finding((this.ending == Ending.BOUNDED) ? Outcome.BOUNDED : Outcome.HELD, detail);
	}

	/**
	 * What comes of an attack when the platform works.
	 */
	public enum Ending {

		/** It is refused. */
		@JsonProperty("held")
		HELD,

		/** It goes as far as a limit. */
		@JsonProperty("bounded")
		BOUNDED,

		/** It cannot be tried. */
		@JsonProperty("not-applicable")
		NOT_APPLICABLE

	}

}
