package academy.coldstart.authorization;

import java.util.List;
import java.util.Map;

/**
 * A permission that a call needs, with what is known of that part of the call.
 *
 * @param permission the action and the resource
 * @param keys the service's condition keys with their values
 */
public record Need(Permission permission, Map<String, List<String>> keys) {

	public Need {
		keys = Map.copyOf(keys);
	}

}
