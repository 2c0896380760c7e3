package academy.coldstart.authorization;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import academy.coldstart.authorization.NearMiss.Missing;

/**
 * Finds the statements that came close to allowing a request.
 */
final class NearMisses {

	private static final int MAX = 3;

	private final AuthorizationRequest request;

	private NearMisses(AuthorizationRequest request) {
		this.request = request;
	}

	static List<NearMiss> find(AuthorizationRequest request, List<PolicyDocument> policies) {
		NearMisses misses = new NearMisses(request);
		return policies.stream()
			.flatMap((policy) -> policy.statements()
				.stream()
				.filter((statement) -> statement.effect() == Effect.ALLOW)
				.flatMap((statement) -> misses.of(policy, statement).stream()))
			.sorted(Comparator.comparing(NearMiss::missing))
			.limit(MAX)
			.toList();
	}

	private Optional<NearMiss> of(PolicyDocument policy, Statement statement) {
		boolean action = statement.coversAction(this.request);
		boolean resource = statement.coversResource(this.request);
		StatementRef place = new StatementRef(policy.kind(), policy.name(), statement.id());
		if (action && resource) {
			return statement.conditions()
				.stream()
				.filter((condition) -> !condition.holds(this.request.context()))
				.findFirst()
				.map((condition) -> new NearMiss(place, Missing.CONDITION,
						"It allows the action on the resource under a condition that does not hold: "
								+ condition.describe(this.request.context()) + "."));
		}
		if (action) {
			return Optional.of(new NearMiss(place, Missing.RESOURCE,
					"It allows the action on " + statement.resourcePatterns() + ", which this resource is not."));
		}
		if (resource && isOfSameService(statement)) {
			return Optional.of(new NearMiss(place, Missing.ACTION,
					"It allows " + statement.actionPatterns() + " on the resource, which this action is not."));
		}
		return Optional.empty();
	}

	private boolean isOfSameService(Statement statement) {
		String prefix = this.request.action().substring(0, this.request.action().indexOf(':') + 1);
		return statement.actionPatterns()
			.stream()
			.anyMatch((pattern) -> pattern.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT)));
	}

}
