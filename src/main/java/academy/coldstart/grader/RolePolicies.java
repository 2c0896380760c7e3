package academy.coldstart.grader;

import java.util.ArrayList;
import java.util.List;

import academy.coldstart.authorization.GrantedPolicies;
import academy.coldstart.authorization.MalformedPolicy;
import academy.coldstart.authorization.PolicyDocument;
import academy.coldstart.authorization.PolicyKind;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Role;

/**
 * The policies of a role as IAM has them.
 *
 * @param arn the ARN of the role
 * @param policies its policies, inline and attached
 * @param boundary its permissions boundary, or null
 * @param trust who may assume it
 */
public record RolePolicies(String arn, List<PolicyDocument> policies, @Nullable PolicyDocument boundary,
		PolicyDocument trust) {

	public RolePolicies {
		policies = List.copyOf(policies);
	}

	/**
	 * Read the policies of a role.
	 * @param iam the way to IAM
	 * @param name the name of the role
	 * @return its policies
	 * @throws NoSuchEntityException when there is no such role
	 * @throws MalformedPolicy when AWS would refuse one of them
	 */
	public static RolePolicies read(IamClient iam, String name) {
		Role role = iam.getRole((request) -> request.roleName(name)).role();
		List<PolicyDocument> policies = new ArrayList<>();
		iam.listRolePoliciesPaginator((request) -> request.roleName(name))
			.policyNames()
			.forEach((policy) -> policies.add(IamDocuments.parse(policy, PolicyKind.IDENTITY,
					iam.getRolePolicy((request) -> request.roleName(name).policyName(policy)).policyDocument())));
		iam.listAttachedRolePoliciesPaginator((request) -> request.roleName(name))
			.attachedPolicies()
			.forEach((policy) -> policies.add(IamDocuments.managed(iam, PolicyKind.IDENTITY, policy.policyArn())));
		return new RolePolicies(role.arn(), policies, boundary(iam, role),
				IamDocuments.parse("trust policy", PolicyKind.RESOURCE, role.assumeRolePolicyDocument()));
	}

	private static @Nullable PolicyDocument boundary(IamClient iam, Role role) {
		return (role.permissionsBoundary() != null)
				? IamDocuments.managed(iam, PolicyKind.BOUNDARY, role.permissionsBoundary().permissionsBoundaryArn())
				: null;
	}

	/**
	 * Return what the role is granted.
	 * @return the policies that have a say in its requests
	 */
	public GrantedPolicies granted() {
		return new GrantedPolicies(this.policies, this.boundary);
	}

	/**
	 * Read what a user is granted.
	 * @param iam the way to IAM
	 * @param name the name of the user
	 * @return the policies that have a say in its requests; none when there is no such
	 * user
	 * @throws MalformedPolicy when AWS would refuse one of them
	 */
	public static GrantedPolicies ofUser(IamClient iam, String name) {
		List<PolicyDocument> policies = new ArrayList<>();
		try {
			iam.listUserPoliciesPaginator((request) -> request.userName(name))
				.policyNames()
				.forEach((policy) -> policies.add(IamDocuments.parse(policy, PolicyKind.IDENTITY,
						iam.getUserPolicy((request) -> request.userName(name).policyName(policy)).policyDocument())));
			iam.listAttachedUserPoliciesPaginator((request) -> request.userName(name))
				.attachedPolicies()
				.forEach((policy) -> policies.add(IamDocuments.managed(iam, PolicyKind.IDENTITY, policy.policyArn())));
		}
		catch (NoSuchEntityException ex) {
			return GrantedPolicies.NONE;
		}
		return new GrantedPolicies(policies, null);
	}

}
