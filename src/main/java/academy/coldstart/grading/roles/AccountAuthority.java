package academy.coldstart.grading.roles;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import academy.coldstart.authorization.Caller;
import academy.coldstart.authorization.GrantedPolicies;
import academy.coldstart.authorization.Permission;
import academy.coldstart.authorization.PolicyDocument;
import academy.coldstart.authorization.ResourceFacts;
import academy.coldstart.grader.Aws;
import academy.coldstart.grader.RolePolicies;
import academy.coldstart.grader.RoleUses;
import academy.coldstart.recording.Authority;
import academy.coldstart.recording.RoleSession;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.RoleUse;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * The authority of an account is the engine's IAM, asked over the trusted address. What
 * it says is remembered until somebody says that it may have changed.
 */
public final class AccountAuthority implements Authority {

	private final Aws aws;

	private final ResourcePolicies resources;

	private final Map<String, Optional<Caller>> callers = new ConcurrentHashMap<>();

	/** What roles have instead of what IAM says, by their names. */
	private final Map<String, GrantedPolicies> replaced = new ConcurrentHashMap<>();

	/** What is known since policies may have changed last. */
	private volatile Known known;

	public AccountAuthority(Aws aws) {
		this.aws = aws;
		this.resources = new ResourcePolicies(aws);
		this.known = new Known(aws);
	}

	@Override
	public Optional<Caller> caller(RoleSession session) {
		return this.callers.computeIfAbsent(session.accessKeyId(), (key) -> ask(session));
	}

	// A key that is the account itself is none that a function was given.
	private Optional<Caller> ask(RoleSession session) {
		AwsSessionCredentials credentials = AwsSessionCredentials.create(session.accessKeyId(), "coldstart",
				session.sessionToken());
		try {
			String arn = this.aws.sts()
				.getCallerIdentity((request) -> request.overrideConfiguration(
						(call) -> call.credentialsProvider(StaticCredentialsProvider.create(credentials))))
				.arn();
			return arn.endsWith(":root") ? Optional.empty() : Optional.of(Caller.of(arn));
		}
		catch (StsException ex) {
			if (ex.statusCode() >= 500) {
				throw ex;
			}
			return Optional.empty();
		}
	}

	@Override
	public GrantedPolicies policies(Caller caller, Permission permission) {
		Known current = this.known;
		GrantedPolicies granted = current.callers.computeIfAbsent(caller, this::granted);
		boolean assuming = permission.action().equals("sts:AssumeRole");
		// A role has no other policy than its trust, which counts for assuming it only.
		Map<String, Optional<PolicyDocument>> known = assuming ? current.trusts : current.resources;
		PolicyDocument policy = known
			.computeIfAbsent(permission.resource(),
					(arn) -> Optional.ofNullable(assuming ? trust(arn) : this.resources.find(arn)))
			.orElse(null);
		return granted.with(policy, assuming);
	}

	private GrantedPolicies granted(Caller caller) {
		String role = caller.roleName();
		if (role == null) {
			return RolePolicies.ofUser(this.aws.iam(), caller.arn().substring(caller.arn().lastIndexOf('/') + 1));
		}
		GrantedPolicies other = this.replaced.get(role);
		if (other != null) {
			return other;
		}
		try {
			return RolePolicies.read(this.aws.iam(), role).granted();
		}
		catch (NoSuchEntityException ex) {
			return GrantedPolicies.NONE;
		}
	}

	private @Nullable PolicyDocument trust(String role) {
		try {
			return RolePolicies.read(this.aws.iam(), role.substring(role.lastIndexOf('/') + 1)).trust();
		}
		catch (NoSuchEntityException ex) {
			return null;
		}
	}

	@Override
	public ResourceFacts facts() {
		return this.known.facts;
	}

	@Override
	public void forget() {
		this.known = new Known(this.aws);
	}

	/**
	 * Let a role have other policies than those in IAM.
	 * @param role the name of the role
	 * @param policies its policies from now on, or null for those in IAM
	 */
	public void grant(String role, @Nullable GrantedPolicies policies) {
		if (policies != null) {
			this.replaced.put(role, policies);
		}
		else {
			this.replaced.remove(role);
		}
		forget();
	}

	/**
	 * Tell what the functions of the account used of their roles.
	 * @param calls the calls of the run
	 * @return the grants of each role with their uses
	 */
	public List<RoleUse> uses(List<AwsCall> calls) {
		return this.aws.lambda()
			.listFunctionsPaginator()
			.functions()
			.stream()
			.map((function) -> function.role().substring(function.role().lastIndexOf('/') + 1))
			.distinct()
			.map((role) -> RoleUses.of(role, policies(role), calls))
			.toList();
	}

	private List<PolicyDocument> policies(String role) {
		try {
			return RolePolicies.read(this.aws.iam(), role).policies();
		}
		catch (NoSuchEntityException ex) {
			return List.of();
		}
	}

	private static final class Known {

		private final Map<Caller, GrantedPolicies> callers = new ConcurrentHashMap<>();

		private final Map<String, Optional<PolicyDocument>> resources = new ConcurrentHashMap<>();

		private final Map<String, Optional<PolicyDocument>> trusts = new ConcurrentHashMap<>();

		private final EngineFacts facts;

		private Known(Aws aws) {
			this.facts = new EngineFacts(aws);
		}

	}

}
