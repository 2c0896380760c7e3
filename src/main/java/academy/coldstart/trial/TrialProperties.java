package academy.coldstart.trial;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of tries.
 *
 * @param idle how long a deployed stack stays open without a try
 * @param open how many stacks are open at most, from 1; the one that was used longest ago
 * gives way
 */
@ConfigurationProperties("coldstart.trial")
public record TrialProperties(@DefaultValue("3m") Duration idle, @DefaultValue("3") int open) {

	public TrialProperties {
		if (open < 1) {
			throw new IllegalArgumentException("coldstart.trial.open needs a number from 1, not " + open);
		}
	}

}
