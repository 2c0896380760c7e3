package academy.coldstart.grading.jobs;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the queue of gradings.
 *
 * @param workers how many gradings run at once
 * @param retryDelay how long to wait before grading again after a fault of the platform
 * @param engineRetryDelay how long to wait before asking again for an engine that cannot
 * work on this machine as it is
 */
@ConfigurationProperties("coldstart.grading")
record JobProperties(@DefaultValue("1") int workers, @DefaultValue("3s") Duration retryDelay,
		@DefaultValue("10s") Duration engineRetryDelay) {
}
