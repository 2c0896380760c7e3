package academy.coldstart.grading.web;

import java.util.List;

import academy.coldstart.ui.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * What a role was granted in a run, what of it was used, and what was denied.
 *
 * @param name the name of the role
 * @param summary how much of each
 * @param used the permissions that calls needed and got
 * @param unused the grants that nothing needed
 * @param denied the permissions that calls needed and did not get
 */
record RoleView(String name, String summary, List<Used> used, List<Grant> unused, List<Denied> denied) {

	RoleView {
		used = List.copyOf(used);
		unused = List.copyOf(unused);
		denied = List.copyOf(denied);
	}

	/**
	 * A permission that was needed and given.
	 *
	 * @param action the action
	 * @param resource the resource
	 * @param times how often
	 * @param statement the statement that grants it
	 * @param call the address of the first call
	 */
	record Used(String action, String resource, int times, String statement, String call) {
	}

	/**
	 * A grant.
	 *
	 * @param action the action pattern
	 * @param resource the resource pattern
	 * @param statement the statement
	 */
	record Grant(String action, String resource, String statement) {
	}

	/**
	 * A permission that was needed and not given.
	 *
	 * @param action the action
	 * @param resource the resource
	 * @param times how often
	 * @param call the address of the first call
	 * @param reason why, in the words of AWS
	 * @param near what came close to allowing it
	 * @param suggestion a statement that would have allowed it, where one would
	 */
	record Denied(String action, String resource, int times, String call, List<Phrase> reason, List<List<Phrase>> near,
			@Nullable String suggestion) {

		Denied {
			near = List.copyOf(near);
		}

	}

}
