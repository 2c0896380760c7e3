package academy.coldstart.grading.pipeline;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of a grading.
 *
 * @param enginePatience how long a grading waits for an engine that is being installed,
 * started or used by others
 * @param runLimit how long the checks of one run may take together
 */
@ConfigurationProperties("coldstart.grading")
public record GradingProperties(@DefaultValue("10m") Duration enginePatience, @DefaultValue("5m") Duration runLimit) {
}
