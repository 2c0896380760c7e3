package academy.coldstart.grading.jobs;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the queue of gradings.
 *
 * @param retryDelay how long to wait before grading again after a fault of the platform
 */
@ConfigurationProperties("coldstart.grading")
record JobProperties(@DefaultValue("3s") Duration retryDelay) {
}
