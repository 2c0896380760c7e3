package academy.coldstart.grader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import academy.coldstart.authorization.AuthorizationRequest;
import academy.coldstart.authorization.Caller;
import academy.coldstart.authorization.Decision;
import academy.coldstart.authorization.Evaluator;
import academy.coldstart.authorization.Grant;
import academy.coldstart.authorization.GrantedPolicies;
import academy.coldstart.authorization.Permission;
import academy.coldstart.authorization.RequestContext;
import academy.coldstart.trace.RoleUse;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;

/**
 * The execution role of a function: what it allows, what of that is used, and what could
 * be taken away.
 */
public final class FunctionRole {

	private static final String LAMBDA = "lambda.amazonaws.com";

	private final Run run;

	private final GetFunctionConfigurationResponse function;

	/** The policies at the first probe: probes come in crowds. */
	private @Nullable RolePolicies probed;

	FunctionRole(Run run, GetFunctionConfigurationResponse function) {
		this.run = run;
		this.function = function;
	}

	/**
	 * Return the name of the role.
	 * @return the name without its path
	 */
	public String name() {
		return this.function.role().substring(this.function.role().lastIndexOf('/') + 1);
	}

	/**
	 * Read its policies from IAM.
	 * @return the policies
	 */
	public RolePolicies policies() {
		return RolePolicies.read(this.run.aws().iam(), name());
	}

	/**
	 * Find who may assume it besides Lambda.
	 * @return who they are, for the middle of a sentence; empty when only Lambda may
	 */
	public Optional<String> strangers() {
		return policies().trust()
			.statements()
			.stream()
			.flatMap((statement) -> statement.allowedBesides(LAMBDA).stream())
			.findFirst();
	}

	/**
	 * List what it is granted.
	 * @return the grants of its policies, inline and attached
	 */
	public List<Grant> grants() {
		return Grant.of(policies().policies());
	}

	/**
	 * Ask whether somebody with the credentials of the function could do something: a
	 * probe, which makes no call. All probes of this object see the policies that the
	 * role had at the first.
	 * @param action such as {@code dynamodb:DeleteItem}
	 * @param resource the ARN, or {@code *}
	 * @return what the policies say: those of the role, and that of the resource if it
	 * has one
	 */
	public Decision probe(String action, String resource) {
		return probe(action, resource, Map.of());
	}

	/**
	 * Ask whether somebody with the credentials of the function could do something.
	 * @param action such as {@code dynamodb:GetItem}
	 * @param resource the ARN, or {@code *}
	 * @param keys further condition keys with their values, such as
	 * {@code dynamodb:LeadingKeys}
	 * @return what the policies say: those of the role, and that of the resource if it
	 * has one
	 */
	public Decision probe(String action, String resource, Map<String, List<String>> keys) {
		RolePolicies policies = (this.probed != null) ? this.probed : policies();
		this.probed = policies;
		String account = this.run.aws().account();
		Caller caller = Caller.of(
				"arn:aws:sts::%s:assumed-role/%s/%s".formatted(account, name(), this.function.functionName()),
				policies.arn());
		RequestContext context = RequestContext.of(Map.of("aws:PrincipalArn", List.of(policies.arn()),
				"aws:PrincipalAccount", List.of(account), "aws:ResourceAccount", List.of(account),
				"aws:RequestedRegion", List.of(Aws.REGION.id()), "aws:SecureTransport", List.of("true"),
				"lambda:SourceFunctionArn", List.of(this.function.functionArn())))
			.with(keys);
		GrantedPolicies granted = this.run.environments()
			.policies(caller, new Permission(action, resource))
			.orElseGet(policies::granted);
		return Evaluator.decide(new AuthorizationRequest(caller, action, resource, context), granted);
	}

	/**
	 * Tell what of the grants was used up to now.
	 * @return the grants, each with the number of permissions that calls needed of it
	 */
	public RoleUse use() {
		return RoleUses.of(name(), policies().policies(), this.run.trace().calls().list());
	}

	/**
	 * Find the grants that could be taken away: each is removed in turn, and put back
	 * after the traffic ran. Policies in IAM stay as they are.
	 * @param traffic makes the calls that have to work, and tells whether everything went
	 * well
	 * @return the grants without which everything went well
	 * @throws IllegalStateException when not even the whole role suffices, or the
	 * exercise does not enforce roles
	 */
	public List<Grant> excess(BooleanSupplier traffic) {
		if (!traffic.getAsBoolean()) {
			throw new IllegalStateException("The traffic fails with all grants of the role " + name()
					+ ". Check that before you look for grants that it does not need");
		}
		RolePolicies whole = policies();
		List<Grant> excess = new ArrayList<>();
		try {
			for (Grant grant : Grant.of(whole.policies())) {
				this.run.environments()
					.grant(name(), new GrantedPolicies(grant.removedFrom(whole.policies()), whole.boundary()));
				if (this.run.act("took " + grant + " from the role " + name(), traffic::getAsBoolean)) {
					excess.add(grant);
				}
			}
		}
		finally {
			this.run.environments().grant(name(), null);
		}
		return excess;
	}

}
