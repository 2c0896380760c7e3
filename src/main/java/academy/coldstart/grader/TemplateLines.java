package academy.coldstart.grader;

import java.util.Comparator;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where things stand in the template that the learner wrote.
 *
 * @param file the learner's file, or an empty text when the template is the exercise's
 * @param lines the line of every key and list entry, by its path with slashes
 */
public record TemplateLines(String file, Map<String, Integer> lines) {

	/** For a template that the learner never sees. */
	public static final TemplateLines NONE = new TemplateLines("", Map.of());

	public TemplateLines {
		lines = Map.copyOf(lines);
	}

	/**
	 * Find a property of a resource. For a resource that SAM made from an event of a
	 * function it is looked for at that event.
	 * @param logicalId the resource
	 * @param property the property with slashes, such as {@code RedrivePolicy}
	 * @return the line of the property, or of the deepest part of its path that is
	 * written; null when there is none
	 */
	@Nullable Place find(String logicalId, String property) {
		String resource = "Resources/" + logicalId;
		return deepest((this.lines.containsKey(resource) ? resource : event(logicalId)) + "/Properties/" + property);
	}

	private String event(String logicalId) {
		return this.lines.keySet()
			.stream()
			.filter((path) -> path.matches("Resources/[^/]+/Properties/Events/[^/]+"))
			.filter((path) -> path.replaceFirst("Resources/([^/]+)/Properties/Events/", "$1").equals(logicalId))
			.max(Comparator.naturalOrder())
			.orElse("Resources/" + logicalId);
	}

	private @Nullable Place deepest(String path) {
		Integer line = this.lines.get(path);
		if (line != null) {
			return this.file.isEmpty() ? null : new Place(this.file, line);
		}
		int parent = path.lastIndexOf('/');
		return (parent < 0) ? null : deepest(path.substring(0, parent));
	}

}
