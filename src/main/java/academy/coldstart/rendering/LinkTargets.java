package academy.coldstart.rendering;

import java.util.Optional;

/**
 * Knows where the pages are that texts link to by name.
 */
@FunctionalInterface
public interface LinkTargets {

	/**
	 * Find the address of a page.
	 * @param kind what is linked to: {@code lesson} or {@code exercise}
	 * @param name its name, such as {@code charge-once}
	 * @return the path on this site, or empty when there is no such page
	 */
	Optional<String> find(String kind, String name);

}
