package academy.coldstart.engine.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import academy.coldstart.engine.Engine;
import academy.coldstart.engine.EngineLease;
import academy.coldstart.engine.EngineProperties;
import academy.coldstart.engine.EngineStatus;
import academy.coldstart.engine.EngineStatus.State;
import academy.coldstart.engine.fleet.AccountClients;
import academy.coldstart.engine.fleet.SupervisedEngine;
import academy.coldstart.engine.installation.Installer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real engine, installed if need be, with an environment host that runs nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostEngineIntegrationTests {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final RecordingFunctionHost host = new RecordingFunctionHost();

	private Path instances = Path.of("");

	private SupervisedEngine engine = engine(this.instances, 40);

	@BeforeAll
	void prepare(@TempDir Path instances) {
		this.instances = instances;
		this.engine = engine(instances, 1000);
		this.engine.prepare();
	}

	@AfterAll
	void stop() throws InterruptedException {
		this.engine.destroy();
		this.host.close();
		assertThat(this.host.refused()).isEmpty();
		assertThat(instanceRoots()).isEmpty();
	}

	@Test
	void leasesTwoAccountsAtOnceThatDoNotSeeEachOther() {
		try (EngineLease first = lease(); EngineLease second = lease()) {
			assertThat(first.account()).matches("[1-9]\\d{11}").isNotEqualTo(second.account());
			assertThat(first.endpoint()).isEqualTo(second.endpoint());
			assertThat(first.info().version()).isEqualTo("4.14.0");
			createTable(first, "orders");
			assertThat(dynamoDb(first).listTables().tableNames()).containsExactly("orders");
			assertThat(dynamoDb(second).listTables().tableNames()).isEmpty();
			assertThat(this.engine.status().state()).isEqualTo(State.READY);
		}
	}

	@Test
	void listensOnTheLoopbackInterfaceOnly() throws IOException {
		try (EngineLease lease = lease()) {
			dynamoDb(lease).listTables();
			ProcessHandle process = engineProcess(lease);
			assertThat(process.descendants().toList()).isNotEmpty();
			assertThat(ListeningSockets.exposed(process)).isEmpty();
		}
	}

	@Test
	void runsFunctionsInTheEnvironmentHost() {
		try (EngineLease lease = lease()) {
			LambdaClient lambda = lambda(lease);
			createFunction(lease, "greeter");
			String context = Base64.getEncoder()
				.encodeToString("{\"custom\":{\"k\":\"v\"}}".getBytes(StandardCharsets.UTF_8));
			InvokeResponse response = lambda.invoke((request) -> request.functionName("greeter")
				.clientContext(context)
				.logType(LogType.TAIL)
				.payload(SdkBytes.fromUtf8String("{\"name\":\"Ada\"}")));
			assertThat(response.functionError()).isNull();
			assertThat(response.payload().asUtf8String()).isEqualTo("{\"name\":\"Ada\"}");
			assertThat(new String(Base64.getDecoder().decode(response.logResult()), StandardCharsets.UTF_8))
				.contains("hello");
			JsonNode start = startOf(lease, "greeter");
			assertThat(start.path("runtime").asString()).isEqualTo("python3.13");
			assertThat(start.path("timeoutSeconds").asInt()).isEqualTo(5);
			assertThat(start.path("userEnvironment").path("TABLE").asString()).isEqualTo("orders");
			assertThat(start.path("credentials").path("accessKeyId").asString()).startsWith("LSIA");
			assertThat(this.host.archives()).containsKey("/archives/" + start.path("codeSha256").asString());
			assertThat(invocationsOf(start)).singleElement()
				.satisfies((invocation) -> assertThat(invocation.path("clientContext").asString())
					.isEqualTo("{\"custom\":{\"k\":\"v\"}}"));
		}
	}

	@Test
	void reportsAnErrorOfTheInitPhaseAsTheResult() {
		try (EngineLease lease = lease()) {
			createFunction(lease, "broken");
			InvokeResponse response = lambda(lease).invoke((request) -> request.functionName("broken"));
			assertThat(response.functionError()).isEqualTo("Unhandled");
			assertThat(response.payload().asUtf8String()).contains("Runtime.ImportModuleError",
					"No module named 'orders'");
		}
	}

	@Test
	void startsManyEnvironmentsAtOnceWithoutLosingAny() {
		try (EngineLease lease = lease()) {
			createFunction(lease, "busy");
			LambdaClient lambda = lambda(lease);
			List<String> answers = new CopyOnWriteArrayList<>();
			CompletableFuture<?>[] parallel = IntStream.range(0, 80)
				.mapToObj((i) -> CompletableFuture.runAsync(() -> answers.add(lambda.invoke(
						(request) -> request.functionName("busy").payload(SdkBytes.fromUtf8String("{\"n\":" + i + "}")))
					.payload()
					.asUtf8String()), Thread.ofVirtual()::start))
				.toArray(CompletableFuture[]::new);
			CompletableFuture.allOf(parallel).join();
			assertThat(answers).hasSize(80).doesNotHaveDuplicates();
		}
	}

	@Test
	void reportsTheCallsThatTheEngineMakesItself() {
		try (EngineLease lease = lease()) {
			String destination = createQueue(lease, "failures");
			String deadLetters = createQueue(lease, "dead-letters");
			createFunction(lease, "unlucky");
			lambda(lease).updateFunctionConfiguration((request) -> request.functionName("unlucky")
				.deadLetterConfig((config) -> config.targetArn(deadLetters)));
			lambda(lease).waiter().waitUntilFunctionUpdatedV2((request) -> request.functionName("unlucky"));
			lambda(lease).putFunctionEventInvokeConfig((request) -> request.functionName("unlucky")
				.maximumRetryAttempts(0)
				.destinationConfig((config) -> config.onFailure((failure) -> failure.destination(destination))));
			lambda(lease).invoke((request) -> request.functionName("unlucky")
				.invocationType(InvocationType.EVENT)
				.payload(SdkBytes.fromUtf8String("{\"order\":\"fail\"}")));
			publish(lease, destination);
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.untilAsserted(() -> assertThat(callsOf(lease)).contains("lambda sqs SendMessage failures",
						"lambda sqs SendMessageBatch dead-letters", "sns sqs SendMessage failures"));
			assertThat(callsOf(lease)).noneMatch((call) -> call.contains(" sts ") || call.contains(" logs "));
		}
	}

	@Test
	void removesTheResourcesOfAClosedLease() {
		EngineLease lease = lease();
		createFunction(lease, "left-behind");
		createTable(lease, "left-behind");
		String queue = createQueue(lease, "left-behind");
		lambda(lease).createEventSourceMapping(
				(request) -> request.functionName("left-behind").eventSourceArn(queue).batchSize(1));
		s3(lease).createBucket((request) -> request.bucket("left-behind-" + lease.account()));
		s3(lease).putObject((request) -> request.bucket("left-behind-" + lease.account()).key("a/b"),
				software.amazon.awssdk.core.sync.RequestBody.fromString("x"));
		CloudFormationClient cloudFormation = client(lease).client(CloudFormationClient.builder());
		cloudFormation.createStack((request) -> request.stackName("s")
			.templateBody("{\"Resources\": {\"Q\": {\"Type\": \"AWS::SQS::Queue\"}}}"));
		cloudFormation.waiter().waitUntilStackCreateComplete((request) -> request.stackName("s"));
		lease.close();
		lease.close();
		Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
			assertThat(client(lease).client(IamClient.builder()).listRoles().roles()).isEmpty();
			assertThat(lambda(lease).listFunctions().functions()).isEmpty();
			assertThat(lambda(lease).listEventSourceMappings().eventSourceMappings()).isEmpty();
			assertThat(dynamoDb(lease).listTables().tableNames()).isEmpty();
			assertThat(client(lease).client(SqsClient.builder()).listQueues().queueUrls()).isEmpty();
			assertThat(s3(lease).listBuckets().buckets()).isEmpty();
		});
	}

	@Test
	void comesBackAfterTheEngineWasKilled(@TempDir Path folder) throws InterruptedException {
		SupervisedEngine own = engine(folder, 1000);
		try {
			EngineLease lost = own.lease(PATIENCE);
			ProcessHandle process = engineProcess(lost);
			List<State> states = new CopyOnWriteArrayList<>();
			process.destroyForcibly();
			Awaitility.await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(50)).until(() -> {
				states.add(own.status().state());
				return states.contains(State.RESTARTING) && states.getLast() == State.READY;
			});
			lost.close();
			try (EngineLease next = own.lease(PATIENCE)) {
				assertThat(next.endpoint()).isNotEqualTo(lost.endpoint());
				assertThat(dynamoDb(next).listTables().tableNames()).isEmpty();
			}
		}
		finally {
			end(own, folder);
		}
	}

	@Test
	void movesNewLeasesToAWarmSpareAndStopsTheOldEngineAfterItsLastLease(@TempDir Path folder)
			throws InterruptedException {
		SupervisedEngine own = engine(folder, 1);
		try {
			EngineLease old = own.lease(PATIENCE);
			ProcessHandle process = engineProcess(old);
			Awaitility.await()
				.pollInterval(Duration.ofSeconds(2))
				.atMost(Duration.ofSeconds(90))
				.until(() -> !endpointOfANewLease(own).equals(old.endpoint()));
			assertThat(own.status().state()).isEqualTo(State.READY);
			assertThat(process.isAlive()).isTrue();
			assertThat(dynamoDb(old).listTables().tableNames()).isEmpty();
			old.close();
			Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive());
		}
		finally {
			end(own, folder);
		}
	}

	@Test
	void spreadsWorkOverTwoEnginesAndGoesOnWhenOneIsKilled(@TempDir Path folder) throws InterruptedException {
		SupervisedEngine own = engine(folder, 1000, 2);
		try {
			own.lease(PATIENCE).close();
			Awaitility.await()
				.atMost(Duration.ofSeconds(90))
				.until(() -> own.status().summary().equals("2 of 2 engines are ready."));
			EngineLease first = own.lease(PATIENCE);
			EngineLease second = own.lease(PATIENCE);
			assertThat(first.endpoint()).isNotEqualTo(second.endpoint());
			createTable(second, "orders");
			engineProcess(first).destroyForcibly();
			Awaitility.await().until(() -> first.fault().isPresent());
			assertThat(endpointOfANewLease(own)).isEqualTo(second.endpoint());
			assertThat(own.status().state()).isEqualTo(State.READY);
			Awaitility.await()
				.atMost(Duration.ofSeconds(90))
				.pollInterval(Duration.ofMillis(200))
				.until(() -> !endpointOfANewLease(own).equals(second.endpoint()));
			assertThat(dynamoDb(second).listTables().tableNames()).containsExactly("orders");
		}
		finally {
			end(own, folder);
		}
	}

	@Test
	void saysWhatItIsDoingWhileItIsNotReady(@TempDir Path folder) throws InterruptedException {
		SupervisedEngine own = engine(folder, 1000);
		try {
			own.prepare();
			EngineStatus status = own.status();
			assertThat(status.state()).isIn(State.INSTALLING, State.STARTING);
			assertThat(status.summary()).endsWith(".");
		}
		finally {
			end(own, folder);
		}
	}

	private static void end(SupervisedEngine engine, Path folder) throws InterruptedException {
		engine.destroy();
		Awaitility.await().until(() -> InstanceProcesses.below(folder).isEmpty());
	}

	private SupervisedEngine engine(Path folder, int recycleAfterLeases) {
		return engine(folder, recycleAfterLeases, 1);
	}

	private SupervisedEngine engine(Path folder, int recycleAfterLeases, int count) {
		MapConfigurationPropertySource source = new MapConfigurationPropertySource();
		source.put("coldstart.engine.count", Integer.toString(count));
		source.put("coldstart.engine.instances", folder.toString());
		source.put("coldstart.engine.recycle-after-leases", Integer.toString(recycleAfterLeases));
		EngineProperties properties = new Binder(source).bindOrCreate("coldstart.engine",
				Bindable.of(EngineProperties.class));
		Installer installer = Installer.of(properties, Path.of(""), System.getenv());
		return new SupervisedEngine(properties, new HostBackend(installer, folder, properties.services(), this.host));
	}

	private EngineLease lease() {
		Engine leasing = this.engine;
		return leasing.lease(PATIENCE);
	}

	private static URI endpointOfANewLease(Engine engine) {
		try (EngineLease lease = engine.lease(PATIENCE)) {
			return lease.endpoint();
		}
	}

	private List<Path> instanceRoots() {
		try (Stream<Path> roots = Files.list(this.instances)) {
			return roots.toList();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private static ProcessHandle engineProcess(EngineLease lease) {
		String listen = "GATEWAY_LISTEN=127.0.0.1:" + lease.endpoint().getPort() + "\0";
		return ProcessHandle.current()
			.children()
			.filter((child) -> environment(child).contains(listen))
			.findFirst()
			.orElseThrow();
	}

	private static String environment(ProcessHandle process) {
		try {
			return Files.readString(Path.of("/proc/" + process.pid() + "/environ"), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			return "";
		}
	}

	private static AccountClients client(EngineLease lease) {
		return new AccountClients(lease.endpoint(), lease.account());
	}

	private static LambdaClient lambda(EngineLease lease) {
		return client(lease).client(LambdaClient.builder());
	}

	private static DynamoDbClient dynamoDb(EngineLease lease) {
		return client(lease).client(DynamoDbClient.builder());
	}

	private static S3Client s3(EngineLease lease) {
		return client(lease).client(S3Client.builder().forcePathStyle(true));
	}

	private static void createTable(EngineLease lease, String name) {
		dynamoDb(lease).createTable((request) -> request.tableName(name)
			.billingMode(BillingMode.PAY_PER_REQUEST)
			.keySchema(KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build())
			.attributeDefinitions(
					AttributeDefinition.builder().attributeName("id").attributeType(ScalarAttributeType.S).build()));
	}

	private static String createQueue(EngineLease lease, String name) {
		SqsClient sqs = client(lease).client(SqsClient.builder());
		String url = sqs.createQueue((request) -> request.queueName(name)).queueUrl();
		return sqs.getQueueAttributes((request) -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
			.attributes()
			.getOrDefault(QueueAttributeName.QUEUE_ARN, "");
	}

	private static void publish(EngineLease lease, String queue) {
		SnsClient sns = client(lease).client(SnsClient.builder());
		String topic = sns.createTopic((request) -> request.name("news")).topicArn();
		sns.subscribe((request) -> request.topicArn(topic).protocol("sqs").endpoint(queue));
		sns.publish((request) -> request.topicArn(topic).message("hello"));
	}

	private static void createFunction(EngineLease lease, String name) {
		String role = client(lease).client(IamClient.builder())
			.createRole((request) -> request.roleName(name).assumeRolePolicyDocument("{}"))
			.role()
			.arn();
		LambdaClient lambda = lambda(lease);
		lambda.createFunction((request) -> request.functionName(name)
			.runtime("python3.13")
			.role(role)
			.handler("app.handler")
			.timeout(5)
			.environment((environment) -> environment.variables(java.util.Map.of("TABLE", "orders")))
			.code((code) -> code.zipFile(SdkBytes.fromByteArray(archive(name)))));
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(
					lambda.getFunctionConfiguration((request) -> request.functionName(name)).stateAsString())
				.isEqualTo("Active"));
	}

	private static byte[] archive(String content) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry("app.py"));
			zip.write(("# " + content).getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private JsonNode startOf(EngineLease lease, String function) {
		return this.host.starts()
			.stream()
			.filter((start) -> start.path("account").asString().equals(lease.account())
					&& start.path("function").asString().equals(function))
			.findFirst()
			.orElseThrow();
	}

	private List<JsonNode> invocationsOf(JsonNode start) {
		return this.host.invocations()
			.stream()
			.filter((invocation) -> invocation.path("arn")
				.asString()
				.startsWith(start.path("arn").asString().replace(":$LATEST", "")))
			.toList();
	}

	private List<String> callsOf(EngineLease lease) {
		return this.host.calls()
			.stream()
			.filter((call) -> call.path("account").asString().equals(lease.account()))
			.map((call) -> call.path("principal").asString() + " " + call.path("service").asString() + " "
					+ call.path("operation").asString() + " " + call.path("resource").asString())
			.toList();
	}

}
