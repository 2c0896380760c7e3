package academy.coldstart.engine.host;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

import academy.coldstart.engine.EngineDoctor;
import academy.coldstart.engine.EngineProperties;
import academy.coldstart.engine.FunctionHost;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires the engine that is a child process.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineProperties.class)
@ConditionalOnProperty(prefix = "coldstart.engine", name = "mode", havingValue = "host", matchIfMissing = true)
class HostEngineConfiguration {

	@Bean
	Installer engineInstaller(EngineProperties properties, @Value("${coldstart.home}") Path home) {
		return installer(properties, home);
	}

	@Bean
	HostEngine engine(EngineProperties properties, @Value("${coldstart.home}") Path home, Installer installer,
			ObjectProvider<FunctionHost> functionHost) {
		return create(properties, home, installer, () -> functionHost.getObject().variables());
	}

	@Bean
	EngineDoctor engineDoctor(EngineProperties properties) {
		return new HostDoctor(System.getenv(), cache(properties));
	}

	static Installer installer(EngineProperties properties, Path home) {
		return new Installer(files(home), cache(properties), properties.mavenRepository(), System.getenv());
	}

	static HostEngine create(EngineProperties properties, Path home, Installer installer,
			Supplier<Map<String, String>> functionHost) {
		EngineFiles files = files(home);
		Path instances = (properties.instances() != null) ? properties.instances() : files.home().resolve("var/engine");
		InheritedEnvironment inherited = InheritedEnvironment.from(System.getenv());
		InstanceStarter starter = new InstanceStarter(files, instances, properties.services(),
				() -> inherited.with(functionHost.get()));
		return new HostEngine(instances, new Fleet(Statuses.WAITING),
				(fleet) -> new Supervisor(properties, installer, starter, fleet));
	}

	private static EngineFiles files(Path home) {
		return new EngineFiles(home.toAbsolutePath().normalize());
	}

	private static Path cache(EngineProperties properties) {
		if (properties.cache() != null) {
			return properties.cache();
		}
		String xdg = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
		Path base = xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
		return base.resolve("coldstart/kit");
	}

}
