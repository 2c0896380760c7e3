package academy.coldstart.isolation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the isolation.
 *
 * @param firstUser the first of 10,000 unprivileged user ids that learner programs run as
 * when the application runs as root; each application on a machine claims 250 of them
 */
@ConfigurationProperties("coldstart.isolation")
record IsolationProperties(@DefaultValue("50000") int firstUser) {
}
