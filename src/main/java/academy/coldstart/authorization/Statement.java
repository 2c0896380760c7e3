package academy.coldstart.authorization;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A statement of a policy.
 *
 * @param id its {@code Sid}, or {@code statement 2} for one without
 * @param effect what it does
 * @param principals whom it is about, or null in a policy that is attached to somebody
 * @param actions the actions
 * @param resources the resources
 * @param conditions the conditions, all of which must hold
 */
public record Statement(String id, Effect effect, @Nullable Principals principals, Element actions, Element resources,
		List<Condition> conditions) {

	public Statement {
		conditions = List.copyOf(conditions);
	}

	boolean coversAction(AuthorizationRequest request) {
		return this.actions.covers((pattern) -> Glob.matchesIgnoringCase(pattern, request.action()), request.context());
	}

	boolean coversResource(AuthorizationRequest request) {
		return this.resources.covers((pattern) -> Glob.matchesArn(pattern, request.resource()), request.context());
	}

	boolean conditionsHold(AuthorizationRequest request) {
		return this.conditions.stream().allMatch((condition) -> condition.holds(request.context()));
	}

	boolean covers(AuthorizationRequest request) {
		return coversAction(request) && coversResource(request) && conditionsHold(request);
	}

	Statement with(Element otherActions, Element otherResources) {
		return new Statement(this.id, this.effect, this.principals, otherActions, otherResources, this.conditions);
	}

	/**
	 * Return the action patterns as they are written.
	 * @return the patterns, of {@code Action} or {@code NotAction}
	 */
	public List<String> actionPatterns() {
		return this.actions.sources();
	}

	/**
	 * Return the resource patterns as they are written.
	 * @return the patterns, of {@code Resource} or {@code NotResource}
	 */
	public List<String> resourcePatterns() {
		return this.resources.sources();
	}

	/**
	 * Return whom it allows something besides a service of AWS, in a policy of a resource
	 * or of trust.
	 * @param service the only one that may be allowed, such as
	 * {@code lambda.amazonaws.com}
	 * @return who they are, for the middle of a sentence; empty when there are no others
	 */
	public Optional<String> allowedBesides(String service) {
		return (this.effect == Effect.ALLOW && this.principals != null && !this.principals.areOnly(service))
				? Optional.of(this.principals.text()) : Optional.empty();
	}

	/**
	 * Return the condition keys that the statement asks for.
	 * @return the keys as they are written
	 */
	public List<String> conditionKeys() {
		return this.conditions.stream().map(Condition::key).distinct().toList();
	}

}
