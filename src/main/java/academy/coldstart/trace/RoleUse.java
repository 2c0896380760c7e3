package academy.coldstart.trace;

import java.util.List;

/**
 * What a role was granted and what of it was used in a run.
 *
 * @param role the name of the role
 * @param grants its grants in the order of its policies
 */
public record RoleUse(String role, List<Grant> grants) {

	public RoleUse {
		grants = List.copyOf(grants);
	}

	/**
	 * Return the grants that nothing needed.
	 * @return the grants
	 */
	public List<Grant> unused() {
		return this.grants.stream().filter((grant) -> grant.uses() == 0).toList();
	}

	/**
	 * One action pattern of a statement on one of its resource patterns.
	 *
	 * @param statement the policy and the statement
	 * @param action the action pattern
	 * @param resource the resource pattern
	 * @param uses how many permissions that calls needed it covers
	 */
	public record Grant(String statement, String action, String resource, int uses) {
	}

}
