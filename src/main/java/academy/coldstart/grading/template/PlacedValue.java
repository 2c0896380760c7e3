package academy.coldstart.grading.template;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * A value of a template and where it stands.
 *
 * @param path such as {@code Resources/Orders/Type}
 * @param value the value as it is written
 */
record PlacedValue(String path, JsonNode value) {

	/**
	 * Return a value and everything in it.
	 * @param value the value
	 * @param path where it stands
	 * @return the values, each before those within it
	 */
	static List<PlacedValue> within(JsonNode value, String path) {
		List<PlacedValue> found = new ArrayList<>();
		visit(new PlacedValue(path, value), found);
		return found;
	}

	String key() {
		return this.path.substring(this.path.lastIndexOf('/') + 1);
	}

	/**
	 * Return the path as it is when conditions are decided.
	 * @return the path without the branches of {@code Fn::If}
	 */
	String plainPath() {
		return this.path.replaceAll("/Fn::If/[0-9]+", "");
	}

	private static void visit(PlacedValue here, List<PlacedValue> found) {
		found.add(here);
		for (int i = 0; here.value.isArray() && i < here.value.size(); i++) {
			visit(here.child(Integer.toString(i), here.value.path(i)), found);
		}
		here.value.properties().forEach((entry) -> visit(here.child(entry.getKey(), entry.getValue()), found));
	}

	private PlacedValue child(String name, JsonNode child) {
		return new PlacedValue(this.path.isEmpty() ? name : this.path + "/" + name, child);
	}

}
