package academy.coldstart.engine.fleet;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/**
 * Builds clients of AWS services for an account of an engine, all over one pool of
 * connections that no proxy of the machine gets into.
 */
public class AccountClients implements AutoCloseable {

	/** Clients that are not given one make five threads each, which stay. */
	private static final ScheduledExecutorService TIMEOUTS = timeouts();

	private final URI endpoint;

	private final StaticCredentialsProvider credentials;

	private final SdkHttpClient http;

	public AccountClients(URI endpoint, String account) {
		this.endpoint = endpoint;
		this.credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create(account, "engine"));
		this.http = ApacheHttpClient.builder()
			.proxyConfiguration(ProxyConfiguration.builder()
				.useSystemPropertyValues(false)
				.useEnvironmentVariableValues(false)
				.build())
			.socketTimeout(Duration.ofSeconds(60))
			.build();
	}

	/**
	 * Build a client.
	 * @param builder the builder of the service's client
	 * @param <B> the type of the builder
	 * @param <C> the type of the client
	 * @return the client, which needs no closing
	 */
	public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
		return builder.httpClient(this.http)
			.endpointOverride(this.endpoint)
			.region(Region.US_EAST_1)
			.credentialsProvider(this.credentials)
			.overrideConfiguration((options) -> options.retryStrategy(DefaultRetryStrategy.doNotRetry())
				.scheduledExecutorService(TIMEOUTS)
				.apiCallTimeout(Duration.ofSeconds(60)))
			.build();
	}

	private static ScheduledExecutorService timeouts() {
		ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1,
				Thread.ofPlatform().name("engine-timeouts").daemon().factory());
		executor.setRemoveOnCancelPolicy(true);
		return executor;
	}

	@Override
	public void close() {
		this.http.close();
	}

}
