package academy.coldstart.isolation;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Chooses the isolation that works on this machine.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IsolationProperties.class)
class IsolationConfiguration {

	@Bean
	Isolation isolation(IsolationProperties properties) {
		return new ChosenIsolation(
				properties.mode(), () -> SandboxIsolation.attempt(properties.sources().toAbsolutePath(),
						properties.kitDirectory(), properties.firstUser()),
				() -> new PlainIsolation(properties.firstUser()));
	}

}
