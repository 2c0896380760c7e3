package academy.coldstart.authorization;

import java.util.ArrayList;
import java.util.List;

/**
 * The smallest part of a policy that can be taken away: one action pattern of a statement
 * on one of its resource patterns. A statement with {@code NotAction} or
 * {@code NotResource} is not taken apart there.
 *
 * @param statement where it stands
 * @param action the action pattern as it is written
 * @param resource the resource pattern as it is written
 */
public record Grant(StatementRef statement, String action, String resource) {

	/**
	 * List what policies grant.
	 * @param policies the policies
	 * @return the grants of their statements that allow something, in order
	 */
	public static List<Grant> of(List<PolicyDocument> policies) {
		List<Grant> grants = new ArrayList<>();
		for (PolicyDocument policy : policies) {
			for (Statement statement : policy.statements()) {
				if (statement.effect() == Effect.ALLOW) {
					StatementRef place = new StatementRef(policy.kind(), policy.name(), statement.id());
					for (String action : parts(statement.actions(), "NotAction ")) {
						parts(statement.resources(), "NotResource ")
							.forEach((resource) -> grants.add(new Grant(place, action, resource)));
					}
				}
			}
		}
		return grants;
	}

	static List<String> parts(Element element, String opposite) {
		return element.negated() ? List.of(opposite + element.sources()) : element.sources();
	}

	/**
	 * Tell whether a permission may come from this grant: its conditions are taken to
	 * hold, and variables to have any value.
	 * @param permission the permission
	 * @param policies the policies that it is a grant of
	 * @return whether its patterns cover the permission
	 */
	public boolean covers(Permission permission, List<PolicyDocument> policies) {
		return policies.stream()
			.filter((policy) -> policy.name().equals(this.statement.policy()))
			.flatMap((policy) -> policy.statements().stream())
			.filter((one) -> one.id().equals(this.statement.statement()) && one.effect() == Effect.ALLOW)
			.anyMatch((one) -> one.actions()
				.coversWith(this.action, (pattern) -> Glob.matchesIgnoringCase(pattern, permission.action()))
					&& one.resources()
						.coversWith(this.resource, (pattern) -> Glob.matchesArn(pattern, permission.resource())));
	}

	/**
	 * Take this grant out of policies.
	 * @param policies the policies
	 * @return the policies without it
	 */
	public List<PolicyDocument> removedFrom(List<PolicyDocument> policies) {
		return policies.stream()
			.map((policy) -> policy.name().equals(this.statement.policy()) ? new PolicyDocument(policy.name(),
					policy.kind(), policy.statements().stream().flatMap((one) -> removedFrom(one).stream()).toList())
					: policy)
			.toList();
	}

	private List<Statement> removedFrom(Statement from) {
		if (!from.id().equals(this.statement.statement()) || from.effect() != Effect.ALLOW) {
			return List.of(from);
		}
		List<Statement> rest = new ArrayList<>();
		if (from.actions().canLose(this.action)) {
			rest.add(from.with(from.actions().without(this.action), from.resources()));
		}
		if (from.resources().canLose(this.resource)) {
			rest.add(from.with(from.actions().only(this.action), from.resources().without(this.resource)));
		}
		return rest;
	}

	@Override
	public String toString() {
		return this.action + " on " + this.resource + " (" + this.statement + ")";
	}

}
