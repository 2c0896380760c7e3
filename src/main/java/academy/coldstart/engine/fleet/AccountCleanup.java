package academy.coldstart.engine.fleet;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Removes what is left in an account: first its stacks, then what was created without
 * one. Left behind, functions and event source mappings would keep threads of the engine
 * busy.
 */
class AccountCleanup {

	private static final Log logger = LogFactory.getLog(AccountCleanup.class);

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final AccountClients clients;

	private final BooleanSupplier worthwhile;

	AccountCleanup(AccountClients clients, BooleanSupplier worthwhile) {
		this.clients = clients;
		this.worthwhile = worthwhile;
	}

	void run() {
		attempt("stacks", this::deleteStacks);
		attempt("functions", this::deleteFunctions);
		attempt("rules", this::deleteRules);
		attempt("alarms", this::deleteAlarms);
		attempt("tables", this::deleteTables);
		attempt("queues", this::deleteQueues);
		attempt("topics", this::deleteTopics);
		attempt("buckets", this::deleteBuckets);
		attempt("log groups", this::deleteLogGroups);
		attempt("roles", this::deleteRoles);
	}

	private void attempt(String what, Runnable deletion) {
		if (!this.worthwhile.getAsBoolean()) {
			return;
		}
		try {
			deletion.run();
		}
		catch (SdkException | InstanceFailed ex) {
			if (this.worthwhile.getAsBoolean()) {
				logger.warn("Not all " + what + " of a finished run could be deleted: " + ex.getMessage());
			}
		}
	}

	private void deleteStacks() {
		CloudFormationClient cloudFormation = this.clients.client(CloudFormationClient.builder());
		List<Stack> stacks = cloudFormation.describeStacks().stacks();
		stacks.forEach((stack) -> cloudFormation.deleteStack((request) -> request.stackName(stack.stackId())));
		Waiting.until("the stacks are deleted", PATIENCE,
				() -> cloudFormation.describeStacks().stacks().stream().allMatch(AccountCleanup::isSettled));
	}

	private static boolean isSettled(Stack stack) {
		return stack.stackStatus() == StackStatus.DELETE_COMPLETE || stack.stackStatus() == StackStatus.DELETE_FAILED;
	}

	private void deleteFunctions() {
		LambdaClient lambda = this.clients.client(LambdaClient.builder());
		lambda.listEventSourceMappingsPaginator()
			.eventSourceMappings()
			.stream()
			.toList()
			.forEach((mapping) -> lambda.deleteEventSourceMapping((request) -> request.uuid(mapping.uuid())));
		lambda.listFunctionsPaginator()
			.functions()
			.stream()
			.toList()
			.forEach((function) -> lambda.deleteFunction((request) -> request.functionName(function.functionName())));
	}

	private void deleteRules() {
		EventBridgeClient events = this.clients.client(EventBridgeClient.builder());
		events.listEventBuses((request) -> {
		}).eventBuses().forEach((bus) -> {
			events.listRules((request) -> request.eventBusName(bus.name()))
				.rules()
				.forEach((rule) -> delete(events, rule));
			if (!"default".equals(bus.name())) {
				events.deleteEventBus((request) -> request.name(bus.name()));
			}
		});
	}

	private static void delete(EventBridgeClient events, Rule rule) {
		List<String> targets = events
			.listTargetsByRule((request) -> request.rule(rule.name()).eventBusName(rule.eventBusName()))
			.targets()
			.stream()
			.map(Target::id)
			.toList();
		if (!targets.isEmpty()) {
			events.removeTargets((request) -> request.rule(rule.name()).eventBusName(rule.eventBusName()).ids(targets));
		}
		events.deleteRule((request) -> request.name(rule.name()).eventBusName(rule.eventBusName()));
	}

	private void deleteAlarms() {
		CloudWatchClient cloudWatch = this.clients.client(CloudWatchClient.builder());
		List<String> alarms = cloudWatch.describeAlarms().metricAlarms().stream().map(MetricAlarm::alarmName).toList();
		if (!alarms.isEmpty()) {
			cloudWatch.deleteAlarms((request) -> request.alarmNames(alarms));
		}
	}

	private void deleteTables() {
		DynamoDbClient dynamoDb = this.clients.client(DynamoDbClient.builder());
		dynamoDb.listTablesPaginator()
			.tableNames()
			.stream()
			.toList()
			.forEach((table) -> dynamoDb.deleteTable((request) -> request.tableName(table)));
	}

	private void deleteQueues() {
		SqsClient sqs = this.clients.client(SqsClient.builder());
		sqs.listQueuesPaginator()
			.queueUrls()
			.stream()
			.toList()
			.forEach((queue) -> sqs.deleteQueue((request) -> request.queueUrl(queue)));
	}

	private void deleteTopics() {
		SnsClient sns = this.clients.client(SnsClient.builder());
		sns.listTopicsPaginator()
			.topics()
			.stream()
			.toList()
			.forEach((topic) -> sns.deleteTopic((request) -> request.topicArn(topic.topicArn())));
	}

	private void deleteBuckets() {
		S3Client s3 = this.clients.client(S3Client.builder().forcePathStyle(true));
		s3.listBuckets().buckets().forEach((bucket) -> delete(s3, bucket));
	}

	private static void delete(S3Client s3, Bucket bucket) {
		s3.listObjectVersionsPaginator((request) -> request.bucket(bucket.name())).stream().forEach((page) -> {
			page.versions()
				.forEach((version) -> s3.deleteObject(
						(request) -> request.bucket(bucket.name()).key(version.key()).versionId(version.versionId())));
			page.deleteMarkers()
				.forEach((marker) -> s3.deleteObject(
						(request) -> request.bucket(bucket.name()).key(marker.key()).versionId(marker.versionId())));
		});
		s3.deleteBucket((request) -> request.bucket(bucket.name()));
	}

	private void deleteLogGroups() {
		CloudWatchLogsClient logs = this.clients.client(CloudWatchLogsClient.builder());
		logs.describeLogGroupsPaginator()
			.logGroups()
			.stream()
			.toList()
			.forEach((group) -> logs.deleteLogGroup((request) -> request.logGroupName(group.logGroupName())));
	}

	private void deleteRoles() {
		IamClient iam = this.clients.client(IamClient.builder());
		iam.listRolesPaginator().roles().stream().toList().forEach((role) -> delete(iam, role));
	}

	private static void delete(IamClient iam, Role role) {
		iam.listAttachedRolePolicies((request) -> request.roleName(role.roleName()))
			.attachedPolicies()
			.forEach((policy) -> iam
				.detachRolePolicy((request) -> request.roleName(role.roleName()).policyArn(policy.policyArn())));
		iam.listRolePolicies((request) -> request.roleName(role.roleName()))
			.policyNames()
			.forEach((policy) -> iam
				.deleteRolePolicy((request) -> request.roleName(role.roleName()).policyName(policy)));
		iam.deleteRole((request) -> request.roleName(role.roleName()));
	}

}
