package academy.coldstart.authorization;

import java.util.List;

/**
 * An action of a service.
 *
 * @param name such as {@code PutItem}
 * @param level the access level of the Service Authorization Reference, such as
 * {@code Write}
 * @param required the resource types that it needs
 * @param optional the resource types of which it needs one
 * @param conditionKeys the service's condition keys that it knows
 */
record ActionEntry(String name, String level, List<String> required, List<String> optional,
		List<String> conditionKeys) {

	ActionEntry {
		required = List.copyOf(required);
		optional = List.copyOf(optional);
		conditionKeys = List.copyOf(conditionKeys);
	}

}
