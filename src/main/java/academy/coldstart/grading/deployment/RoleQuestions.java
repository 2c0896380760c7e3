package academy.coldstart.grading.deployment;

import java.util.List;
import java.util.Map;

import academy.coldstart.authorization.AuthorizationRequest;
import academy.coldstart.authorization.Caller;
import academy.coldstart.authorization.Evaluator;
import academy.coldstart.authorization.GrantedPolicies;
import academy.coldstart.authorization.RequestContext;
import academy.coldstart.grader.RolePolicies;

/**
 * What Lambda asks the role of a function before it creates something.
 *
 * @param function the ARN of the function
 * @param policies the policies of its role
 */
record RoleQuestions(String function, RolePolicies policies) {

	private static final String LAMBDA = "lambda.amazonaws.com";

	/**
	 * Tell whether Lambda may assume the role.
	 * @return whether the role trusts it
	 */
	boolean trustsLambda() {
		RequestContext context = context(
				Map.of("aws:SourceArn", List.of(this.function), "aws:SourceAccount", List.of(part(4))));
		return decide(Caller.service(LAMBDA), "sts:AssumeRole", this.policies.arn(), context,
				GrantedPolicies.NONE.with(this.policies.trust(), true));
	}

	/**
	 * Tell whether the role may do something.
	 * @param action such as {@code sqs:ReceiveMessage}
	 * @param resource the ARN
	 * @return whether its policies allow it
	 */
	boolean allows(String action, String resource) {
		String role = this.policies.arn().substring(this.policies.arn().lastIndexOf('/') + 1);
		Caller session = Caller.of("arn:aws:sts::%s:assumed-role/%s/%s".formatted(part(4), role, part(6)),
				this.policies.arn());
		RequestContext context = context(Map.of("aws:PrincipalArn", List.of(this.policies.arn()),
				"aws:PrincipalAccount", List.of(part(4)), "aws:ResourceAccount", List.of(part(4))));
		return decide(session, action, resource, context, this.policies.granted());
	}

	private RequestContext context(Map<String, List<String>> more) {
		return RequestContext
			.of(Map.of("aws:RequestedRegion", List.of(part(3)), "aws:SecureTransport", List.of("true")))
			.with(more);
	}

	private static boolean decide(Caller caller, String action, String resource, RequestContext context,
			GrantedPolicies policies) {
		return Evaluator.decide(new AuthorizationRequest(caller, action, resource, context), policies).isAllowed();
	}

	private String part(int index) {
		return this.function.split(":", -1)[index];
	}

}
