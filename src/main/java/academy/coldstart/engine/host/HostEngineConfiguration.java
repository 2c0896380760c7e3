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
	HostEngine engine(EngineProperties properties, @Value("${coldstart.home:.}") Path home, InstalledKit kit,
			ObjectProvider<FunctionHost> functionHost) {
		return create(properties, home, kit, () -> functionHost.getObject().variables());
	}

	@Bean
	InstalledKit functionKit() {
		return new InstalledKit();
	}

	@Bean
	EngineDoctor engineDoctor(EngineProperties properties) {
		return new HostDoctor(System.getenv(), cache(properties));
	}

	static HostEngine create(EngineProperties properties, Path home, InstalledKit kit,
			Supplier<Map<String, String>> functionHost) {
		EngineFiles files = new EngineFiles(home.toAbsolutePath().normalize());
		Path instances = (properties.instances() != null) ? properties.instances() : files.home().resolve("var/engine");
		InheritedEnvironment inherited = InheritedEnvironment.from(System.getenv());
		Installer installer = new Installer(files, cache(properties), properties.mavenRepository(), System.getenv());
		InstanceStarter starter = new InstanceStarter(files, instances, properties.services(),
				() -> inherited.with(functionHost.get()));
		return new HostEngine(instances, new Fleet(Statuses.WAITING), (fleet) -> new Supervisor(properties,
				(progress) -> completed(installer.install(progress), kit), starter, fleet));
	}

	private static Kit completed(Kit kit, InstalledKit installed) {
		installed.completed(kit);
		return kit;
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
