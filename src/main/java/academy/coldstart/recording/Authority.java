package academy.coldstart.recording;

import java.util.Optional;

import academy.coldstart.authorization.Caller;
import academy.coldstart.authorization.GrantedPolicies;
import academy.coldstart.authorization.Permission;
import academy.coldstart.authorization.ResourceFacts;

/**
 * Knows who calls in an account, and which policies have a say in it. What it knows may
 * change while the account is in use.
 */
public interface Authority {

	/**
	 * Find out whose key it is.
	 * @param session the key that a call is forwarded with
	 * @return the caller, or empty for a key that the account did not issue
	 */
	Optional<Caller> caller(RoleSession session);

	/**
	 * Return the policies that decide whether a caller has a permission.
	 * @param caller the caller
	 * @param permission the permission, whose resource may have a policy of its own
	 * @return the policies
	 */
	GrantedPolicies policies(Caller caller, Permission permission);

	/**
	 * Return what is known of the resources of the account.
	 * @return the facts
	 */
	ResourceFacts facts();

	/**
	 * Say that policies may have changed: they are read again when they are needed next.
	 */
	void forget();

}
