package academy.coldstart.authorization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The actions of a service, what they are about, and where its calls name that.
 */
final class ServiceActions {

	private final String prefix;

	private final Map<String, ActionEntry> actions = new LinkedHashMap<>();

	private final Map<String, String> resources = new LinkedHashMap<>();

	private final Map<String, List<String>> operations = new LinkedHashMap<>();

	private final Map<String, List<String>> members = new LinkedHashMap<>();

	ServiceActions(String prefix) {
		this.prefix = prefix;
	}

	void add(String[] columns) {
		switch (columns[0]) {
			case "resource" -> this.resources.put(columns[1], columns[2]);
			case "action" -> this.actions.put(columns[1].toLowerCase(Locale.ROOT), action(columns));
			case "operation" -> this.operations.put(columns[1], words(columns[2]));
			case "member" -> this.members.put(columns[1], words(columns[2]));
			default -> throw new IllegalStateException("The table of IAM actions has a line '" + columns[0] + "'");
		}
	}

	private static ActionEntry action(String[] columns) {
		List<String> required = new ArrayList<>();
		List<String> optional = new ArrayList<>();
		for (String type : words(columns[3])) {
			if (type.endsWith("!")) {
				required.add(type.substring(0, type.length() - 1));
			}
			else {
				optional.add(type);
			}
		}
		return new ActionEntry(columns[1], columns[2], required, optional, words(columns[4]));
	}

	private static List<String> words(String column) {
		return column.isEmpty() ? List.of() : List.of(column.split(" ", 0));
	}

	String prefix() {
		return this.prefix;
	}

	// Return the actions that an operation needs, as far as they are known.
	List<ActionEntry> needed(String operation) {
		return this.operations.getOrDefault(operation, List.of(operation))
			.stream()
			.flatMap((name) -> find(name).stream())
			.toList();
	}

	Optional<ActionEntry> find(String action) {
		return Optional.ofNullable(this.actions.get(action.toLowerCase(Locale.ROOT)));
	}

	List<ActionEntry> all() {
		return List.copyOf(this.actions.values());
	}

	@Nullable String template(String type) {
		return this.resources.get(type);
	}

	// Return where a call says what stands for a variable of an ARN.
	List<String> paths(String variable) {
		return this.members.getOrDefault(variable, List.of(variable));
	}

}
