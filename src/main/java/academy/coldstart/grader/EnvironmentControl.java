package academy.coldstart.grader;

import java.util.Optional;

import academy.coldstart.authorization.Caller;
import academy.coldstart.authorization.GrantedPolicies;
import academy.coldstart.authorization.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Control over the execution environments of a run, and over what their roles allow.
 */
public interface EnvironmentControl {

	/**
	 * Replace every idle environment of a function before its next invocation.
	 * @param function the function name
	 */
	void renew(String function);

	/**
	 * Kill an environment at once, as a crash would.
	 * @param environment the id of the environment within its trace
	 */
	void kill(String environment);

	/**
	 * Let a role have other policies than those in IAM.
	 * @param role the name of the role
	 * @param policies its policies from now on, or null for those in IAM
	 * @throws IllegalStateException when the exercise does not enforce roles
	 */
	default void grant(String role, @Nullable GrantedPolicies policies) {
		throw new IllegalStateException("Roles are open in this exercise. Write roles: enforced into exercise.yaml");
	}

	/**
	 * Tell which policies have a say in a request, among them that of what is called.
	 * @param caller who asks
	 * @param permission what it needs
	 * @return the policies, or empty where nothing is decided
	 */
	default Optional<GrantedPolicies> policies(Caller caller, Permission permission) {
		return Optional.empty();
	}

}
