package academy.coldstart.graders.leastprivilege;

import java.util.List;

import academy.coldstart.authorization.Decision;
import academy.coldstart.grader.FunctionRole;
import academy.coldstart.grader.LearnerFailure;

/**
 * Whether a function can write its log. Lambda writes it with the role, and a function
 * whose role does not allow that runs on without a log. Source: AWS Lambda Developer
 * Guide, Working with Lambda function logs.
 *
 * @param shop the functions
 * @param function the function
 */
record LogAccess(Shop shop, String function) {

	void require() {
		String group = this.shop.logGroup(this.function);
		String arn = this.shop.arn("logs", "log-group:" + group);
		require("logs:CreateLogStream", arn);
		require("logs:PutLogEvents", arn);
		boolean declared = this.shop.run()
			.stack()
			.ofType("AWS::Logs::LogGroup")
			.stream()
			.anyMatch((resource) -> resource.physicalId().equals(group));
		if (!declared) {
			require("logs:CreateLogGroup", arn);
		}
	}

	// AWS names the group, or a stream of it, depending on the action.
	private void require(String action, String arn) {
		FunctionRole role = this.shop.role(this.function);
		List<String> forms = List.of(arn, arn + ":log-stream:", arn + ":log-stream:2026/11/25/[$LATEST]0123456789abcdef");
		List<Decision> decisions = forms.stream().map((form) -> role.probe(action, form)).toList();
		if (decisions.stream().noneMatch(Decision::isAllowed)) {
			throw LearnerFailure
				.because("%s could not write its log: it may not do %s on %s, %s. Lambda writes the log with the "
						+ "role of the function, and says nothing when it may not.", this.function, action, arn,
						decisions.getFirst().because())
				.expected("%s on %s, for example by AWSLambdaBasicExecutionRole and by the boundary, if there is one",
						action, arn)
				.observed("it is denied to the role %s", role.name())
				.at(this.shop.run().stack().place(role.name(), "Policies"));
		}
	}

}
