package academy.coldstart.grader;

import java.util.List;
import java.util.regex.Pattern;

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
		Pattern session = Pattern.compile("arn:[^:]*:sts::\\d+:assumed-role/" + Pattern.quote(role) + "/.*");
		List<Permission> needed = calls.stream()
			.map(AwsCall::access)
			.filter((access) -> access != null && session.matcher(access.caller()).matches())
			.flatMap((access) -> access.permissions().stream())
			.filter(AccessDecision.Permission::allowed)
			.map((permission) -> new Permission(permission.action(), permission.resource()))
			.toList();
		return new RoleUse(role,
				Grant.of(policies)
					.stream()
					.map((grant) -> new RoleUse.Grant(grant.statement().toString(), grant.action(), grant.resource(),
							(int) needed.stream().filter((permission) -> grant.covers(permission, policies)).count()))
					.toList());
	}

}
