package academy.coldstart.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import academy.coldstart.simulator.Control.Reading;
import academy.coldstart.simulator.Control.When;
import org.jspecify.annotations.Nullable;

/**
 * Valid values of all controls of a simulator.
 */
public final class Settings {

	private final Map<String, String> values;

	private final List<String> corrections;

	private Settings(Map<String, String> values, List<String> corrections) {
		this.values = values;
		this.corrections = List.copyOf(corrections);
	}

	/**
	 * Take what was asked for, or what comes nearest. What no control knows is left out.
	 * @param controls the controls
	 * @param asked texts by the id of a control
	 * @return the settings
	 */
	public static Settings of(List<Control> controls, Map<String, String> asked) {
		Map<String, String> values = new LinkedHashMap<>();
		List<String> corrections = new ArrayList<>();
		for (Control control : controls) {
			Reading reading = control.read(asked.getOrDefault(control.name().id(), ""));
			values.put(control.name().id(), reading.value());
			if (reading.correction() != null) {
				corrections.add(reading.correction());
			}
		}
		return new Settings(values, corrections);
	}

	/**
	 * Return a number.
	 * @param id a control that has a value always
	 * @return its value
	 */
	public int number(String id) {
		return optional(id).orElseThrow();
	}

	/**
	 * Return a number that may be left empty.
	 * @param id the control
	 * @return its value, empty when it is not set
	 */
	public OptionalInt optional(String id) {
		String text = text(id);
		return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
	}

	/**
	 * Return a value as the form has it.
	 * @param id the control
	 * @return its text
	 */
	public String text(String id) {
		String text = this.values.get(id);
		if (text == null) {
			throw new IllegalArgumentException("There is no control " + id);
		}
		return text;
	}

	/**
	 * Tell whether a control does something with these settings.
	 * @param when its condition
	 * @return whether it does
	 */
	public boolean meet(@Nullable When when) {
		return when == null || text(when.control()).equals(when.value());
	}

	/**
	 * Say what was asked for and could not be.
	 * @return a sentence for each
	 */
	public List<String> corrections() {
		return this.corrections;
	}

	/**
	 * Write them as the query of an address.
	 * @return such as {@code rate=20&duration=400}
	 */
	public String query() {
		return this.values.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

}
