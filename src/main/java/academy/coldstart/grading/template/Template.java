package academy.coldstart.grading.template;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A parsed template. Short forms such as {@code !Ref} are written out.
 *
 * @param root the template
 * @param lines the line of every key and list entry, by its path with slashes
 */
public record Template(ObjectNode root, Map<String, Integer> lines) {

	public Template {
		lines = Map.copyOf(lines);
	}

	/**
	 * Return the line of the deepest known part of a path.
	 * @param path such as {@code Resources/Orders/Type}
	 * @return the line, or null when nothing of the path is known
	 */
	public @Nullable Integer line(String path) {
		Integer line = this.lines.get(path);
		int parent = path.lastIndexOf('/');
		return (line != null || parent < 0) ? line : line(path.substring(0, parent));
	}

	public JsonNode resources() {
		return this.root.path("Resources");
	}

	/**
	 * Return the same places in a changed template.
	 * @param changed the changed template
	 * @return the changed template with the lines of this one
	 */
	public Template with(ObjectNode changed) {
		return new Template(changed, this.lines);
	}

}
