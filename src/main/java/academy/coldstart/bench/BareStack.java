package academy.coldstart.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.HandlerLocation;
import academy.coldstart.course.Solution;
import academy.coldstart.grading.BareAccounts.BareAccount;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A stack deployed the way a person would with the AWS SDK: package, change set, execute.
 */
final class BareStack implements AutoCloseable {

	private static final String STACK = "exercise";

	private static final long PAUSE_MS = 25;

	private static final int PATIENCE = 2400;

	private final S3Client s3;

	private final CloudFormationClient cloudFormation;

	private final LambdaClient lambda;

	private final Set<String> invoked = ConcurrentHashMap.newKeySet();

	private Map<String, String> functions = Map.of();

	private BareStack(URI endpoint, String account) {
		StaticCredentialsProvider keys = StaticCredentialsProvider.create(AwsBasicCredentials.create(account, "bench"));
		this.s3 = S3Client.builder()
			.endpointOverride(endpoint)
			.credentialsProvider(keys)
			.region(Region.US_EAST_1)
			.forcePathStyle(true)
			.build();
		this.cloudFormation = CloudFormationClient.builder()
			.endpointOverride(endpoint)
			.credentialsProvider(keys)
			.region(Region.US_EAST_1)
			.build();
		this.lambda = LambdaClient.builder()
			.endpointOverride(endpoint)
			.credentialsProvider(keys)
			.region(Region.US_EAST_1)
			.build();
	}

	static BareStack deploy(BareAccount account, Exercise exercise, Solution solution)
			throws IOException, InterruptedException {
		BareStack stack = new BareStack(account.endpoint(), account.account());
		String bucket = "bare-" + account.account();
		stack.s3.createBucket((request) -> request.bucket(bucket));
		stack.s3.putObject((request) -> request.bucket(bucket).key("code.zip"), RequestBody.fromBytes(zip(solution)));
		String template = Files
			.readString(exercise.directory().resolve(Objects.requireNonNull(exercise.template(), "template")))
			.replaceAll("(?m)CodeUri: \\S+$", "CodeUri: s3://" + bucket + "/code.zip");
		stack.create(template, parameters(account, exercise, solution, template));
		return stack;
	}

	private static List<Parameter> parameters(BareAccount account, Exercise exercise, Solution solution,
			String template) {
		Map<String, String> values = new HashMap<>(account.parameters());
		HandlerLocation handler = exercise.handlers().get(solution.language());
		if (handler != null) {
			values.put("Runtime", handler.runtime());
			values.put("Handler", handler.entry());
		}
		return values.entrySet()
			.stream()
			.filter((entry) -> template.contains("\n  " + entry.getKey() + ":\n    Type:"))
			.map((entry) -> Parameter.builder().parameterKey(entry.getKey()).parameterValue(entry.getValue()).build())
			.toList();
	}

	private void create(String template, List<Parameter> parameters) throws InterruptedException {
		this.cloudFormation.createChangeSet((request) -> request.stackName(STACK)
			.changeSetName("bare")
			.changeSetType(ChangeSetType.CREATE)
			.capabilities(Capability.CAPABILITY_IAM, Capability.CAPABILITY_NAMED_IAM, Capability.CAPABILITY_AUTO_EXPAND)
			.parameters(parameters)
			.templateBody(template));
		for (int i = 0; i < PATIENCE && changeSetStatus() != ChangeSetStatus.CREATE_COMPLETE; i++) {
			Thread.sleep(PAUSE_MS);
		}
		this.cloudFormation.executeChangeSet((request) -> request.stackName(STACK).changeSetName("bare"));
		for (int i = 0; i < PATIENCE && stackStatus() != StackStatus.CREATE_COMPLETE; i++) {
			Thread.sleep(PAUSE_MS);
		}
		this.functions = this.cloudFormation.describeStackResources((request) -> request.stackName(STACK))
			.stackResources()
			.stream()
			.filter((resource) -> resource.resourceType().equals("AWS::Lambda::Function"))
			.collect(Collectors.toMap(StackResource::logicalResourceId, StackResource::physicalResourceId));
	}

	private ChangeSetStatus changeSetStatus() {
		return this.cloudFormation.describeChangeSet((request) -> request.stackName(STACK).changeSetName("bare"))
			.status();
	}

	private StackStatus stackStatus() {
		return this.cloudFormation.describeStacks((request) -> request.stackName(STACK))
			.stacks()
			.getFirst()
			.stackStatus();
	}

	/**
	 * Return the function here that stands for one of the graded run.
	 * @param arn the ARN of that one
	 * @return the name of this one
	 */
	String function(String arn) {
		String name = arn.split(":", -1)[6];
		return this.functions.entrySet()
			.stream()
			.filter((entry) -> name.startsWith(STACK + "-" + entry.getKey() + "-"))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The bare stack has no function for " + name));
	}

	boolean wasInvoked(String arn) {
		return this.invoked.contains(function(arn));
	}

	boolean invoke(String arn, String event) {
		String name = function(arn);
		this.invoked.add(name);
		return this.lambda.invoke((request) -> request.functionName(name).payload(SdkBytes.fromUtf8String(event)))
			.functionError() == null;
	}

	private static byte[] zip(Solution solution) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> file : solution.files().contents().entrySet()) {
				zip.putNextEntry(new ZipEntry(file.getKey()));
				zip.write(file.getValue());
				zip.closeEntry();
			}
		}
		return bytes.toByteArray();
	}

	@Override
	public void close() {
		this.s3.close();
		this.cloudFormation.close();
		this.lambda.close();
	}

}
