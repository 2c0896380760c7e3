package academy.coldstart.parity;

import java.util.List;

/**
 * Behaviors that belong together.
 *
 * @param id its name within the register, in lower case
 * @param title what they are about
 * @param behaviors the behaviors
 */
public record Area(String id, String title, List<Behavior> behaviors) {

	public Area {
		behaviors = List.copyOf(behaviors);
	}

}
