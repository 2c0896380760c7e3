package academy.coldstart.grading.pipeline;

import java.time.Duration;
import java.util.ServiceLoader;

import academy.coldstart.trace.Traces;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.utils.AttributeMap;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What gradings share.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GradingProperties.class)
class GradingConfiguration {

	private static final int CONNECTIONS = 200;

	private static final Duration READ_LIMIT = Duration.ofSeconds(60);

	@Bean
	Traces traces() {
		return new Traces();
	}

	@Bean(destroyMethod = "close")
	SdkHttpClient graderHttpClient() {
		return ServiceLoader.load(SdkHttpService.class)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The AWS SDK has no HTTP client on the class path"))
			.createHttpClientBuilder()
			.buildWithDefaults(AttributeMap.builder()
				.put(SdkHttpConfigurationOption.MAX_CONNECTIONS, CONNECTIONS)
				.put(SdkHttpConfigurationOption.READ_TIMEOUT, READ_LIMIT)
				.build());
	}

}
