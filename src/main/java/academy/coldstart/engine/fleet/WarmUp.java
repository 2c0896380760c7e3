package academy.coldstart.engine.fleet;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Makes a new engine load what gradings use, which takes it seconds, before the first
 * learner waits: a call to each service, and a small stack with the SAM transform.
 */
class WarmUp {

	private static final Log logger = LogFactory.getLog(WarmUp.class);

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final String STACK = "warm-up";

	private static final String TEMPLATE = """
			{"AWSTemplateFormatVersion": "2010-09-09", "Transform": "AWS::Serverless-2016-10-31", "Resources": {
			  "Table": {"Type": "AWS::Serverless::SimpleTable"},
			  "Queue": {"Type": "AWS::SQS::Queue"},
			  "Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {"Version": "2012-10-17",
			    "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
			      "Principal": {"Service": "lambda.amazonaws.com"}}]}}}}}
			""";

	private final AccountClients clients;

	WarmUp(AccountClients clients) {
		this.clients = clients;
	}

	void run() {
		// DynamoDB Local is a process of its own and starts beside the rest.
		DynamoDbClient dynamoDb = this.clients.client(DynamoDbClient.builder());
		CompletableFuture<Boolean> tables = CompletableFuture.supplyAsync(() -> answers(dynamoDb));
		this.clients.client(IamClient.builder()).listRoles();
		this.clients.client(StsClient.builder()).getCallerIdentity();
		this.clients.client(LambdaClient.builder()).listFunctions();
		this.clients.client(SqsClient.builder()).listQueues();
		this.clients.client(SnsClient.builder()).listTopics();
		this.clients.client(S3Client.builder().forcePathStyle(true)).listBuckets();
		this.clients.client(EventBridgeClient.builder()).listEventBuses((request) -> {
		});
		this.clients.client(CloudWatchClient.builder()).describeAlarms();
		this.clients.client(CloudWatchLogsClient.builder()).describeLogGroups();
		this.clients.client(SsmClient.builder()).describeParameters();
		this.clients.client(SecretsManagerClient.builder()).listSecrets();
		if (!tables.join()) {
			// LocalStack waits four seconds for it, which a busy machine exceeds.
			Waiting.until("DynamoDB answers", PATIENCE, () -> answers(dynamoDb));
		}
		deploy(this.clients.client(CloudFormationClient.builder()));
	}

	private static boolean answers(DynamoDbClient dynamoDb) {
		try {
			dynamoDb.listTables();
			return true;
		}
		catch (SdkException ex) {
			logger.debug("DynamoDB does not answer yet", ex);
			return false;
		}
	}

	private static void deploy(CloudFormationClient cloudFormation) {
		cloudFormation.createChangeSet((request) -> request.stackName(STACK)
			.changeSetName(STACK)
			.changeSetType(ChangeSetType.CREATE)
			.capabilities(Capability.CAPABILITY_IAM, Capability.CAPABILITY_AUTO_EXPAND)
			.templateBody(TEMPLATE));
		Waiting.until("the change set is created", PATIENCE,
				() -> changeSetStatus(cloudFormation) == ChangeSetStatus.CREATE_COMPLETE);
		cloudFormation.executeChangeSet((request) -> request.stackName(STACK).changeSetName(STACK));
		Waiting.until("the stack is created", PATIENCE,
				() -> stackStatus(cloudFormation) == StackStatus.CREATE_COMPLETE);
	}

	private static ChangeSetStatus changeSetStatus(CloudFormationClient cloudFormation) {
		return cloudFormation.describeChangeSet((request) -> request.stackName(STACK).changeSetName(STACK)).status();
	}

	private static StackStatus stackStatus(CloudFormationClient cloudFormation) {
		return cloudFormation.describeStacks((request) -> request.stackName(STACK)).stacks().getFirst().stackStatus();
	}

}
