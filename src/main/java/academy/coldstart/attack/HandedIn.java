package academy.coldstart.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What became of a file that was handed in.
 *
 * @param rule the short name of the rule that refused it, or null when it was taken
 * @param message the sentence with which it was refused, empty when it was taken
 */
record HandedIn(@Nullable String rule, String message) {

	static HandedIn taken() {
		return new HandedIn(null, "");
	}

	static HandedIn refused(String rule, String message) {
		return new HandedIn(rule, message);
	}

	/**
	 * Hand in all files of a case.
	 * @param attack the case
	 * @param intake takes or refuses one
	 * @return what came of it
	 */
	static Finding judge(AttackCase attack, Function<HostileInput, HandedIn> intake) {
		List<String> wrong = new ArrayList<>();
		for (HostileInput input : attack.inputs()) {
			HandedIn seen = intake.apply(input);
			if (!seen.isAsItHasToBe(input)) {
				wrong.add(input.name() + " was " + seen.words() + " instead of "
						+ new HandedIn(input.rule(), Objects.requireNonNullElse(input.says(), "")).words());
			}
		}
		if (attack.inputs().isEmpty()) {
			return Finding.escaped("nothing was handed in");
		}
		return wrong.isEmpty() ? attack.asExpected(attack.inputs().size() + " files ended as they have to")
				: Finding.escaped(String.join("; ", wrong));
	}

	private boolean isAsItHasToBe(HostileInput input) {
		return Objects.equals(this.rule, input.rule()) && (input.says() == null || this.message.contains(input.says()));
	}

	private String words() {
		return (this.rule != null)
				? "refused with " + this.rule + (this.message.isEmpty() ? "" : " (" + this.message + ")") : "taken";
	}

}
