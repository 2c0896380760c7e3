package academy.coldstart.execution;

import java.util.List;

import academy.coldstart.isolation.Isolation;
import academy.coldstart.trace.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * Starts the environment host when somebody needs it; {@code grading} wires the way to
 * AWS, the traces and the kits of the languages.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ ExecutionProperties.class, FunctionLimits.class })
class ExecutionConfiguration {

	private static final Logger log = LoggerFactory.getLogger(ExecutionConfiguration.class);

	@Bean
	WorkDisk workDisk(ExecutionProperties properties) {
		return new WorkDisk(properties.directory());
	}

	@Bean
	PythonRuntime pythonRuntime(PythonKit kit, ExecutionProperties properties) {
		return new PythonRuntime(kit, properties.runtimes().resolve("python"));
	}

	@Bean
	JavaRuntime javaRuntime(JavaKit kit, ExecutionProperties properties) {
		return new JavaRuntime(kit, properties.runtimes().resolve("java"));
	}

	@Bean
	JavaCompiler javaCompiler(JavaKit kit, Isolation isolation, ExecutionProperties properties) {
		return new JavaCompiler(kit, isolation, properties.directory());
	}

	@Bean
	NodeRuntime nodeRuntime(NodeKit kit, ExecutionProperties properties) {
		return new NodeRuntime(kit, properties.runtimes().resolve("node"));
	}

	@Bean
	EnvironmentHost environmentHost(Traces traces, AwsEndpoint aws, Isolation isolation, FunctionLimits limits,
			List<LanguageRuntime> languages, ExecutionProperties properties) {
		log.info(isolation.describe());
		return new EnvironmentHost(traces, aws, isolation, limits, languages, properties.directory());
	}

}
