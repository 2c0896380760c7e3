package academy.coldstart.grader;

import java.util.List;

import academy.coldstart.authorization.Grant;
import academy.coldstart.authorization.Permission;
import academy.coldstart.authorization.PolicyDocument;
import academy.coldstart.trace.AccessDecision;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.RoleUse;

/**
 * Counts what calls used of the grants of their roles, also calls that the engine makes
 * with a role.
 */
public final class RoleUses {

	private RoleUses() {
	}

	/**
	 * Count.
	 * @param role the name of the role
	 * @param policies its policies
	 * @param calls the calls of a run, of any role
	 * @return the grants with their uses
	 */
	public static RoleUse of(String role, List<PolicyDocument> policies, List<AwsCall> calls) {
		List<Permission> needed = needs(role, calls);
		return new RoleUse(role,
				Grant.of(policies)
					.stream()
					.map((grant) -> new RoleUse.Grant(grant.statement().toString(), grant.action(), grant.resource(),
							(int) needed.stream().filter((permission) -> grant.covers(permission, policies)).count()))
					.toList());
	}

	/**
	 * Collect the permissions that calls needed and were given.
	 * @param role the name of the role
	 * @param calls the calls of a run, of any role
	 * @return the permissions, one for each need of a call
	 */
	public static List<Permission> needs(String role, List<AwsCall> calls) {
		return calls.stream()
			.map(AwsCall::access)
			.filter((access) -> access != null && access.isOfRole(role))
			.flatMap((access) -> access.permissions().stream())
			.filter(AccessDecision.Permission::allowed)
			.map((permission) -> new Permission(permission.action(), permission.resource()))
			.toList();
	}

}
