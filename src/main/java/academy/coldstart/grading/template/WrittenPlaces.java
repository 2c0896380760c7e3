package academy.coldstart.grading.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Finds in a template, as it was written, what stands in the template that SAM made of
 * it: SAM turns the events of a function into resources of their own.
 *
 * @param template the template as it was written
 */
public record WrittenPlaces(Template template) {

	/**
	 * Return how people call a resource.
	 * @param logicalId its name in the processed template
	 * @return its name, or such as {@code the event Orders of Notify}
	 */
	public String name(String logicalId) {
		return event(logicalId).map((event) -> "the event " + event.name() + " of " + event.function())
			.orElse(logicalId);
	}

	/**
	 * Return what people call a resource, as a part of a sentence.
	 * @param logicalId its name in the processed template
	 * @return such as {@code the resource Orders} or {@code the event Orders of Notify}
	 */
	public String described(String logicalId) {
		return event(logicalId).isPresent() ? name(logicalId) : "the resource " + logicalId;
	}

	/**
	 * Return the line of a resource.
	 * @param logicalId its name in the processed template
	 * @return the line, or null when nothing of it was written
	 */
	public @Nullable Integer line(String logicalId) {
		return line(List.of("Resources", logicalId));
	}

	/**
	 * Return the line of a part of the processed template.
	 * @param path the keys and positions that lead to it
	 * @return the line of the deepest part that was written, or null
	 */
	public @Nullable Integer line(List<String> path) {
		if (path.size() < 2) {
			return this.template.line(String.join("/", path));
		}
		String start = event(path.get(1)).map(Event::path).orElse("Resources/" + path.get(1));
		List<String> rest = path.subList(2, path.size());
		return this.template.line(rest.isEmpty() ? start : start + "/" + String.join("/", rest));
	}

	private Optional<Event> event(String logicalId) {
		if (this.template.resources().has(logicalId)) {
			return Optional.empty();
		}
		return this.template.resources()
			.properties()
			.stream()
			.filter((resource) -> logicalId.startsWith(resource.getKey()))
			.map((resource) -> new Event(resource.getKey(), logicalId.substring(resource.getKey().length())))
			.filter((event) -> exists(event))
			.findFirst();
	}

	private boolean exists(Event event) {
		return this.template.resources()
			.path(event.function())
			.path("Properties")
			.path("Events")
			.properties()
			.stream()
			.map(Map.Entry::getKey)
			.anyMatch(event.name()::equals);
	}

	private record Event(String function, String name) {

		String path() {
			return "Resources/" + this.function + "/Properties/Events/" + this.name;
		}

	}

}
