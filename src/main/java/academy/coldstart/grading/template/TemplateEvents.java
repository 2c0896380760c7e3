package academy.coldstart.grading.template;

import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;

/**
 * Counts what a YAML text has in it while it is read, before anything is built from it.
 */
final class TemplateEvents {

	private int aliases;

	private int depth;

	/**
	 * Count one more.
	 * @param event what was read
	 * @throws InvalidTemplate when that is one too many
	 */
	void count(Event event) {
		switch (event) {
			case AliasEvent alias -> alias(alias);
			case CollectionStartEvent start -> open(start);
			case CollectionEndEvent end -> this.depth--;
			default -> {
			}
		}
	}

	private void alias(Event event) {
		if (++this.aliases > TemplateParser.MAX_ALIASES) {
			throw invalid(
					"The template uses more than " + TemplateParser.MAX_ALIASES
							+ " aliases (*name). Write out what they stand for, or use Parameters and Mappings.",
					event);
		}
	}

	private void open(Event event) {
		if (++this.depth > TemplateParser.MAX_DEPTH) {
			throw TemplateParser.tooDeep(event.getStartMark().getLine() + 1);
		}
	}

	private static InvalidTemplate invalid(String message, Event event) {
		return new InvalidTemplate("invalid-template", message, event.getStartMark().getLine() + 1);
	}

}
