package academy.coldstart.grader;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
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
 * The grader's own way to AWS, past the recording proxy. Its clients never repeat a
 * request: what was not acknowledged may or may not have happened, and that is for the
 * grader to decide.
 */
public final class Aws {

	/** The Region that everything is deployed to; clients are for it. */
	public static final Region REGION = Region.US_EAST_1;

	private static final Duration CALL_LIMIT = Duration.ofSeconds(15);

	private static final Duration INVOKE_LIMIT = Duration.ofSeconds(60);

	/** Clients that are not given one make five threads each, which stay. */
	private static final ScheduledExecutorService TIMEOUTS = timeouts();

	private final URI endpoint;

	private final String account;

	private final SdkHttpClient http;

	private final Runnable changed;

	private final Region region;

	private final Map<Class<?>, SdkClient> clients = new ConcurrentHashMap<>();

	private final Map<Region, Aws> elsewhere = new ConcurrentHashMap<>();

	/**
	 * Create the way to an account.
	 * @param endpoint the trusted address of the engine
	 * @param account the account
	 * @param http the HTTP client to use, which stays the caller's to close
	 */
	public Aws(URI endpoint, String account, SdkHttpClient http) {
		this(endpoint, account, http, () -> {
		});
	}

	/**
	 * Create the way to an account whose policies somebody remembers.
	 * @param endpoint the trusted address of the engine
	 * @param account the account
	 * @param http the HTTP client to use, which stays the caller's to close
	 * @param changed called after each request that may have changed a policy
	 */
	public Aws(URI endpoint, String account, SdkHttpClient http, Runnable changed) {
		this(endpoint, account, http, changed, REGION);
	}

	private Aws(URI endpoint, String account, SdkHttpClient http, Runnable changed, Region region) {
		this.endpoint = endpoint;
		this.account = account;
		this.http = http;
		this.changed = changed;
		this.region = region;
	}

	/**
	 * Return the way to another Region of the same account.
	 * @param other the Region
	 * @return the clients for it
	 */
	public Aws in(Region other) {
		return this.elsewhere.computeIfAbsent(other,
				(key) -> new Aws(this.endpoint, this.account, this.http, this.changed, key));
	}

	public String account() {
		return this.account;
	}

	public CloudFormationClient cloudFormation() {
		return client(CloudFormationClient.class, CloudFormationClient.builder());
	}

	public CloudWatchClient cloudWatch() {
		return client(CloudWatchClient.class, CloudWatchClient.builder());
	}

	public CloudWatchLogsClient logs() {
		return client(CloudWatchLogsClient.class, CloudWatchLogsClient.builder());
	}

	public DynamoDbClient dynamoDb() {
		return client(DynamoDbClient.class, DynamoDbClient.builder());
	}

	public EventBridgeClient eventBridge() {
		return client(EventBridgeClient.class, EventBridgeClient.builder());
	}

	public IamClient iam() {
		return client(IamClient.class, IamClient.builder());
	}

	public LambdaClient lambda() {
		return client(LambdaClient.class, LambdaClient.builder());
	}

	public S3Client s3() {
		return client(S3Client.class, S3Client.builder().forcePathStyle(true));
	}

	public SecretsManagerClient secretsManager() {
		return client(SecretsManagerClient.class, SecretsManagerClient.builder());
	}

	public SnsClient sns() {
		return client(SnsClient.class, SnsClient.builder());
	}

	public SqsClient sqs() {
		return client(SqsClient.class, SqsClient.builder());
	}

	public SsmClient ssm() {
		return client(SsmClient.class, SsmClient.builder());
	}

	public StsClient sts() {
		return client(StsClient.class, StsClient.builder());
	}

	private <C extends SdkClient, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(Class<C> type,
			B builder) {
		return type.cast(this.clients.computeIfAbsent(type, (key) -> build(type, builder)));
	}

	private <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C build(Class<C> type, B builder) {
		AwsBasicCredentials credentials = AwsBasicCredentials.create(this.account, "coldstart");
		return builder.httpClient(this.http)
			.endpointOverride(this.endpoint)
			.region(this.region)
			.credentialsProvider(StaticCredentialsProvider.create(credentials))
			.overrideConfiguration(limits(type))
			.build();
	}

	private ClientOverrideConfiguration limits(Class<?> type) {
		Duration limit = (type == LambdaClient.class) ? INVOKE_LIMIT : CALL_LIMIT;
		return ClientOverrideConfiguration.builder()
			.retryStrategy(AwsRetryStrategy.doNotRetry())
			.scheduledExecutorService(TIMEOUTS)
			.apiCallTimeout(limit)
			.addExecutionInterceptor(new PolicyWatch(this.changed))
			.build();
	}

	private static ScheduledExecutorService timeouts() {
		ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1,
				Thread.ofPlatform().name("aws-timeouts").daemon().factory());
		executor.setRemoveOnCancelPolicy(true);
		return executor;
	}

}
