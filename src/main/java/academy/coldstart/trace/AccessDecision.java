package academy.coldstart.trace;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the policies of the caller say to a call.
 *
 * @param caller the ARN of the role session, or the principal of the service, that makes
 * the call
 * @param allowed whether the call is allowed as a whole
 * @param permissions what the call needs, each decided by itself
 */
public record AccessDecision(String caller, boolean allowed, List<Permission> permissions) {

	public AccessDecision {
		permissions = List.copyOf(permissions);
	}

	/**
	 * Tell whether the caller had the keys of a role.
	 * @param role the name of the role
	 * @return whether it had
	 */
	public boolean isOfRole(String role) {
		return this.caller.contains(":assumed-role/" + role + "/");
	}

	/**
	 * A permission that a call needs.
	 *
	 * @param action the IAM action, such as {@code dynamodb:PutItem}
	 * @param resource the ARN, or {@code *}
	 * @param allowed whether it is allowed
	 * @param statement the statement that allows or denies it, as policy and statement,
	 * or null when no statement does
	 * @param reason why it is denied, in the words of AWS, or "" when it is allowed
	 * @param near the statements that came close to allowing it, as sentences, the
	 * closest first
	 * @param suggestion the narrowest statement that would have allowed it, as JSON, or
	 * null when it is allowed or denied explicitly
	 */
	public record Permission(String action, String resource, boolean allowed, @Nullable String statement, String reason,
			List<String> near, @Nullable String suggestion) {

		public Permission {
			near = List.copyOf(near);
		}

	}

}
