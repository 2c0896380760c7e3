package academy.coldstart.engine.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import academy.coldstart.engine.EngineLease;
import academy.coldstart.engine.fleet.AccountClients;
import org.awaitility.Awaitility;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;

/**
 * An account of a real engine, with what tests do in it again and again.
 */
class TestAccount implements AutoCloseable {

	private final EngineLease lease;

	private final RecordingFunctionHost functions;

	private final AccountClients clients;

	private final LambdaClient lambda;

	private final SqsClient sqs;

	TestAccount(EngineLease lease, RecordingFunctionHost functions) {
		this.lease = lease;
		this.functions = functions;
		this.clients = new AccountClients(lease.endpoint(), lease.account());
		this.lambda = client(LambdaClient.builder());
		this.sqs = client(SqsClient.builder());
	}

	String id() {
		return this.lease.account();
	}

	URI endpoint() {
		return this.lease.endpoint();
	}

	<B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
		return this.clients.client(builder);
	}

	LambdaClient lambda() {
		return this.lambda;
	}

	SqsClient sqs() {
		return this.sqs;
	}

	RecordingFunctionHost functions() {
		return this.functions;
	}

	/**
	 * Create a function and wait until it is active.
	 * @param name its name
	 * @return its ARN without a qualifier
	 */
	String createFunction(String name) {
		String arn = this.lambda
			.createFunction((request) -> request.functionName(name)
				.runtime("python3.13")
				.role(createRole(name))
				.handler("app.handler")
				.timeout(30)
				.environment((environment) -> environment.variables(Map.of("TABLE", "orders")))
				.code((code) -> code.zipFile(SdkBytes.fromByteArray(archive(name)))))
			.functionArn();
		this.lambda.waiter().waitUntilFunctionActiveV2((request) -> request.functionName(name));
		return arn;
	}

	String createRole(String name) {
		return client(IamClient.builder())
			.createRole((request) -> request.roleName(name).assumeRolePolicyDocument("{}"))
			.role()
			.arn();
	}

	/**
	 * Publish a version that differs from the one before.
	 * @param function the function
	 * @return the number of the version
	 */
	String publish(String function) {
		this.lambda.updateFunctionConfiguration(
				(request) -> request.functionName(function).description("changed at " + System.nanoTime()));
		this.lambda.waiter().waitUntilFunctionUpdatedV2((request) -> request.functionName(function));
		String version = this.lambda.publishVersion((request) -> request.functionName(function)).version();
		this.lambda.waiter().waitUntilFunctionActiveV2((request) -> request.functionName(function).qualifier(version));
		return version;
	}

	/**
	 * Send an asynchronous event.
	 * @param function the function, with a qualifier or without
	 * @param event the event, a JSON document
	 */
	void send(String function, String event) {
		this.lambda.invoke((request) -> request.functionName(function)
			.invocationType(InvocationType.EVENT)
			.payload(SdkBytes.fromUtf8String(event)));
	}

	/**
	 * Return the invocations of a function that the environment host got.
	 * @param arn the ARN that was called
	 * @return the invocations, oldest first
	 */
	List<JsonNode> invocations(String arn) {
		return this.functions.invocations()
			.stream()
			.filter((invocation) -> invocation.path("arn").asString().equals(arn))
			.toList();
	}

	/**
	 * Create a queue.
	 * @param name its name
	 * @return its ARN
	 */
	String createQueue(String name) {
		String url = this.sqs.createQueue((request) -> request.queueName(name)).queueUrl();
		return this.sqs
			.getQueueAttributes((request) -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
			.attributes()
			.getOrDefault(QueueAttributeName.QUEUE_ARN, "");
	}

	/**
	 * Wait for a message and take it out of a queue.
	 * @param queue the ARN of the queue
	 * @return the message
	 */
	Message receive(String queue) {
		return Awaitility.await()
			.atMost(java.time.Duration.ofSeconds(60))
			.until(() -> receiveNow(queue), (messages) -> !messages.isEmpty())
			.getFirst();
	}

	/**
	 * Take the messages out of a queue that are in it.
	 * @param queue the ARN of the queue
	 * @return up to ten messages
	 */
	List<Message> receiveNow(String queue) {
		String url = this.sqs.getQueueUrl((request) -> request.queueName(queue.substring(queue.lastIndexOf(':') + 1)))
			.queueUrl();
		List<Message> messages = this.sqs
			.receiveMessage((request) -> request.queueUrl(url).maxNumberOfMessages(10).messageAttributeNames("All"))
			.messages();
		messages.forEach((message) -> this.sqs
			.deleteMessage((request) -> request.queueUrl(url).receiptHandle(message.receiptHandle())));
		return messages;
	}

	static byte[] archive(String content) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry("app.py"));
			zip.write(("# " + content).getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	@Override
	public void close() {
		this.clients.close();
		this.lease.close();
	}

}
