package academy.coldstart.isolation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the isolation.
 *
 * @param firstUser the first of 1,000 unprivileged user ids that learner programs run as
 * when the application runs as root
 */
@ConfigurationProperties("coldstart.isolation")
record IsolationProperties(@DefaultValue("61000") int firstUser) {
}
