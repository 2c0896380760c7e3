package academy.coldstart.engine.wiring;

import java.nio.file.Path;

import academy.coldstart.engine.EngineDoctor;
import academy.coldstart.engine.EngineProperties;
import academy.coldstart.engine.FunctionHost;
import academy.coldstart.engine.fleet.SupervisedEngine;
import academy.coldstart.engine.host.HostBackend;
import academy.coldstart.engine.host.HostDoctor;
import academy.coldstart.engine.installation.Installer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires the engine and the way it is run.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineProperties.class)
@ConditionalOnProperty(prefix = "coldstart.engine", name = "mode", havingValue = "host", matchIfMissing = true)
class EngineConfiguration {

	@Bean
	Installer engineInstaller(EngineProperties properties, @Value("${coldstart.home}") Path home) {
		return Installer.of(properties, home, System.getenv());
	}

	@Bean
	SupervisedEngine engine(EngineProperties properties, @Value("${coldstart.home}") Path home, Installer installer,
			ObjectProvider<FunctionHost> functionHost) {
		Path instances = (properties.instances() != null) ? properties.instances() : home.resolve("var/engine");
		HostBackend backend = new HostBackend(installer, instances, properties.services(),
				(address) -> functionHost.getObject().variables(address));
		return new SupervisedEngine(properties, backend);
	}

	@Bean
	EngineDoctor engineDoctor(Installer installer) {
		return new HostDoctor(System.getenv(), installer.cache(), installer.nodeDoctor(), installer::examineJava);
	}

}
