package academy.coldstart.graders.leastprivilege;

import java.util.List;

import academy.coldstart.grader.Aws;
import academy.coldstart.grader.DeployedFunction;
import academy.coldstart.grader.FunctionRole;
import academy.coldstart.grader.Queue;
import academy.coldstart.grader.Run;

/**
 * The three functions and what is around them.
 *
 * @param run the run
 */
record Shop(Run run) {

	static final String INTAKE = "IntakeFunction";

	static final String NOTIFY = "NotifyFunction";

	static final String INVOICE = "InvoiceFunction";

	static final List<String> FUNCTIONS = List.of(INTAKE, NOTIFY, INVOICE);

	DeployedFunction function(String logicalId) {
		return this.run.function(logicalId);
	}

	FunctionRole role(String logicalId) {
		return function(logicalId).role();
	}

	Queue queue(String logicalId) {
		return this.run.queue(logicalId);
	}

	String queueArn(String logicalId) {
		return arn("sqs", queue(logicalId).name());
	}

	String tableArn(String logicalId) {
		return arn("dynamodb", "table/" + this.run.table(logicalId).name());
	}

	String documentsArn() {
		return "arn:aws:s3:::" + this.run.bucket("Documents").name();
	}

	/**
	 * Return the ARN of something in the account of the run.
	 * @param service the service
	 * @param resource the part behind the account
	 * @return the ARN
	 */
	String arn(String service, String resource) {
		return "arn:aws:%s:%s:%s:%s".formatted(service, Aws.REGION.id(), this.run.aws().account(), resource);
	}

	/**
	 * Return the log group of a function: its own, or the one that it is configured to
	 * write to.
	 * @param logicalId the function
	 * @return the name of the group
	 */
	String logGroup(String logicalId) {
		var logging = function(logicalId).configuration().loggingConfig();
		boolean chosen = logging != null && logging.logGroup() != null && !logging.logGroup().isEmpty();
		return chosen ? logging.logGroup() : "/aws/lambda/" + function(logicalId).name();
	}

}
