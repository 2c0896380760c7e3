package academy.coldstart.recording;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses calls that would make the engine send requests to an address of the caller's
 * choice: the engine reaches what the machine reaches, and a function in a sandbox does
 * not.
 */
final class OutsideAddresses {

	/** By signing name: whatever the parameters, these name addresses. */
	private static final Map<String, Set<String>> OPERATIONS = Map.of("events",
			Set.of("CreateApiDestination", "UpdateApiDestination", "CreateConnection", "UpdateConnection"),
			"apigateway", Set.of("PutIntegration", "ImportRestApi", "PutRestApi"));

	/** Everything else of CloudFormation deploys or fetches templates, in any account. */
	private static final Pattern LOOKING_AT_STACKS = Pattern.compile("Describe\\w+|List\\w+|GetTemplate");

	private OutsideAddresses() {
	}

	static GateDecision decide(IncomingCall call) {
		boolean names = OPERATIONS.getOrDefault(call.service(), Set.of()).contains(call.operation());
		return (names || isDeployment(call) || isSubscriptionOutside(call))
				? GateDecision.accessDenied(
						call.operation() + " is not available to functions here when it makes a service send requests "
								+ "to an address outside of the account, or deploys or reads a template.")
				: GateDecision.FORWARD;
	}

	private static boolean isDeployment(IncomingCall call) {
		return call.service().equals("cloudformation") && !LOOKING_AT_STACKS.matcher(call.operation()).matches();
	}

	private static boolean isSubscriptionOutside(IncomingCall call) {
		return call.service().equals("sns") && call.operation().equals("Subscribe")
				&& call.named()
					.stream()
					.anyMatch((named) -> named.name().equals("Endpoint") && !named.value().startsWith("arn:"));
	}

}
