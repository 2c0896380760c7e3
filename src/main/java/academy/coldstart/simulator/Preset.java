package academy.coldstart.simulator;

import java.util.Map;

/**
 * Settings that are worth a look.
 *
 * @param title what they are called
 * @param values values by the id of a control; the others are as usual
 */
public record Preset(String title, Map<String, String> values) {

	public Preset {
		values = Map.copyOf(values);
	}

}
