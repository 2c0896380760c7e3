package academy.coldstart.attack;

import java.util.List;
import java.util.function.Consumer;

/**
 * What to try.
 *
 * @param ids the cases, all of them when it is empty
 * @param listener is told each result as soon as it is known
 */
public record AttackPlan(List<String> ids, Consumer<AttackResult> listener) {

	public AttackPlan {
		ids = List.copyOf(ids);
	}

}
