package academy.coldstart.graders.wherefailuresgo;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import academy.coldstart.grader.Place;
import academy.coldstart.grader.Stack;
import academy.coldstart.grader.StackResource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where the policies stand that decide about a call.
 *
 * @param stack the stack
 */
record PolicyPlaces(Stack stack) {

	private static final List<String> TYPES = List.of("AWS::SQS::QueuePolicy", "AWS::SQS::QueueInlinePolicy",
			"AWS::SNS::TopicPolicy", "AWS::Lambda::Permission");

	/**
	 * Find the policies of a role. Those of a role that SAM makes are written at the
	 * function.
	 * @param role the name of the role
	 * @return the place, or null
	 */
	@Nullable Place ofRole(String role) {
		Stream<String> functions = this.stack.ofType("AWS::Lambda::Function")
			.stream()
			.filter((function) -> function.properties().path("Role").asString("").endsWith("/" + role))
			.map(StackResource::physicalId);
		return Stream.concat(Stream.of(role), functions)
			.flatMap((owner) -> Stream.ofNullable(this.stack.place(owner, "Policies")))
			.max(Comparator.comparingInt(Place::line))
			.orElse(null);
	}

	/**
	 * Find the policy of a queue, a topic or a function.
	 * @param target its ARN
	 * @return the place, that of the resource itself where it has no policy, or null
	 */
	@Nullable Place ofTarget(String target) {
		String physicalId = this.stack.byArn(target).map(StackResource::physicalId).orElse(target);
		return TYPES.stream()
			.flatMap((type) -> this.stack.ofType(type).stream())
			.filter((policy) -> isOf(policy.properties(), Set.of(physicalId, target)))
			.flatMap((policy) -> Stream.ofNullable(this.stack.place(policy.physicalId(), "PolicyDocument")))
			.findFirst()
			.orElseGet(() -> this.stack.place(physicalId, ""));
	}

	private static boolean isOf(JsonNode policy, Set<String> owners) {
		return Stream.of("Queues", "Topics", "Queue", "FunctionName")
			.map(policy::path)
			.flatMap((written) -> written.isArray() ? written.valueStream() : Stream.of(written))
			.anyMatch((written) -> owners.contains(written.asString("")));
	}

}
