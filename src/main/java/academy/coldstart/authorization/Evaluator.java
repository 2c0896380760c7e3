package academy.coldstart.authorization;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import academy.coldstart.authorization.Principals.Naming;
import org.jspecify.annotations.Nullable;

/**
 * Decides requests within one account in the order of AWS: an explicit deny wins; then
 * the policy of the resource or of the caller has to allow it, within the boundary and
 * the session policy. Source: IAM User Guide, How AWS enforcement code logic evaluates
 * requests to allow or deny access.
 */
public final class Evaluator {

	private final AuthorizationRequest request;

	private final GrantedPolicies policies;

	private final IdentityHashMap<PolicyDocument, List<Statement>> covering = new IdentityHashMap<>();

	private Evaluator(AuthorizationRequest request, GrantedPolicies policies) {
		this.request = request;
		this.policies = policies;
	}

	/**
	 * Decide a request.
	 * @param request the request
	 * @param policies the policies that have a say in it
	 * @return the decision
	 */
	public static Decision decide(AuthorizationRequest request, GrantedPolicies policies) {
		return new Evaluator(request, policies).decide();
	}

	private Decision decide() {
		Optional<PolicyDocument> denying = this.policies.all().filter((one) -> covers(one, Effect.DENY)).findFirst();
		if (denying.isPresent()) {
			return decided(Decision.Outcome.EXPLICIT_DENY, denying.get().kind(),
					covering(denying.get(), Effect.DENY).toList());
		}
		Naming naming = naming();
		if (naming == Naming.ITSELF) {
			return allowed();
		}
		if (this.request.caller().isService() || (this.policies.resourceDecides() && naming == Naming.NOT)) {
			return (naming != Naming.NOT) ? allowed() : missing(PolicyKind.RESOURCE);
		}
		boolean granted = naming == Naming.ROLE || naming == Naming.ANYBODY || isRoot()
				|| this.policies.identity().stream().anyMatch((one) -> covers(one, Effect.ALLOW));
		if (!granted) {
			return missing(PolicyKind.IDENTITY);
		}
		if (!permits(this.policies.boundary())) {
			return missing(PolicyKind.BOUNDARY);
		}
		return permits(this.policies.session()) ? allowed() : missing(PolicyKind.SESSION);
	}

	// The root user of an account has no policies and may do everything in it.
	private boolean isRoot() {
		return this.request.caller().arn().endsWith(":root");
	}

	private boolean permits(@Nullable PolicyDocument limit) {
		return limit == null || covers(limit, Effect.ALLOW);
	}

	// How the closest statement of the resource's policy names the caller that it allows
	// to do this.
	private Naming naming() {
		PolicyDocument resource = this.policies.resource();
		if (resource == null) {
			return Naming.NOT;
		}
		return covering(resource).stream()
			.filter((statement) -> statement.effect() == Effect.ALLOW)
			.map(this::naming)
			.max(Naming::compareTo)
			.orElse(Naming.NOT);
	}

	private Naming naming(Statement statement) {
		Principals principals = statement.principals();
		return (principals != null) ? principals.names(this.request.caller()) : Naming.ITSELF;
	}

	private boolean covers(PolicyDocument policy, Effect effect) {
		return covering(policy, effect).findAny().isPresent();
	}

	private Stream<StatementRef> covering(PolicyDocument policy, Effect effect) {
		return covering(policy).stream()
			.filter((statement) -> statement.effect() == effect && naming(statement) != Naming.NOT)
			.map((statement) -> new StatementRef(policy.kind(), policy.name(), statement.id()));
	}

	private List<Statement> covering(PolicyDocument policy) {
		return this.covering.computeIfAbsent(policy,
				(one) -> one.statements().stream().filter((statement) -> statement.covers(this.request)).toList());
	}

	private Decision allowed() {
		return decided(Decision.Outcome.ALLOWED, null,
				this.policies.all().flatMap((policy) -> covering(policy, Effect.ALLOW)).toList());
	}

	private Decision missing(PolicyKind kind) {
		return decided(Decision.Outcome.IMPLICIT_DENY, kind, List.of());
	}

	private Decision decided(Decision.Outcome outcome, @Nullable PolicyKind kind, List<StatementRef> statements) {
		List<NearMiss> nearMisses = (outcome == Decision.Outcome.IMPLICIT_DENY)
				? NearMisses.find(this.request, limiting(Objects.requireNonNull(kind))) : List.of();
		return new Decision(this.request, outcome, kind, statements, nearMisses);
	}

	private List<PolicyDocument> limiting(PolicyKind kind) {
		return this.policies.all().filter((policy) -> policy.kind() == kind).toList();
	}

}
