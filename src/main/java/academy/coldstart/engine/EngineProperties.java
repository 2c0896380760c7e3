package academy.coldstart.engine;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the engine.
 *
 * @param mode how LocalStack is run
 * @param count how many engines run side by side, from 1; by default as many as the
 * machine has room for
 * @param imageBase the image that the image of LocalStack is built from: Debian 13
 * @param cache where installations are kept and shared; by default below
 * {@code XDG_CACHE_HOME} or {@code ~/.cache}
 * @param instances where running engines keep their files; by default {@code var/engine}
 * below {@code coldstart.home}
 * @param services the AWS services that are emulated
 * @param recycleAfterLeases after how many leases an engine is replaced
 * @param recycleAboveMemory above which resident memory an engine is replaced
 * @param warmSpare whether the replacement starts before the old engine is given up
 * @param mavenRepository where DynamoDB Local is downloaded from
 */
@ConfigurationProperties("coldstart.engine")
public record EngineProperties(@DefaultValue("auto") Mode mode, @DefaultValue("1") int count,
		@DefaultValue("debian:trixie-slim") String imageBase, @Nullable Path cache, @Nullable Path instances,
		@DefaultValue(DEFAULT_SERVICES) List<String> services, @DefaultValue("40") int recycleAfterLeases,
		@DefaultValue("900MB") DataSize recycleAboveMemory, @DefaultValue("true") boolean warmSpare,
		@DefaultValue("https://repo.maven.apache.org/maven2") URI mavenRepository) {

	private static final String DEFAULT_SERVICES = "apigateway,cloudformation,cloudwatch,dynamodb,dynamodbstreams,"
			+ "events,iam,kms,lambda,logs,s3,scheduler,secretsmanager,sns,sqs,ssm,sts";

	public EngineProperties {
		if (count < 1) {
			throw new IllegalArgumentException("coldstart.engine.count needs a number from 1, not " + count);
		}
		services = List.copyOf(services);
	}

	/**
	 * How LocalStack is run.
	 */
	public enum Mode {

		/** As a child process where that can work, else in a container. */
		AUTO,

		/** As a child process. */
		HOST,

		/** In a container. */
		CONTAINER

	}

}
