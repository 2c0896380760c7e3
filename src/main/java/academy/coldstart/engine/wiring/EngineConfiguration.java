package academy.coldstart.engine.wiring;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import academy.coldstart.engine.EngineDoctor;
import academy.coldstart.engine.EngineInstallation;
import academy.coldstart.engine.EngineProperties;
import academy.coldstart.engine.EngineUnavailable;
import academy.coldstart.engine.FunctionHost;
import academy.coldstart.engine.container.ContainerBackend;
import academy.coldstart.engine.container.DockerProbe;
import academy.coldstart.engine.fleet.Backend;
import academy.coldstart.engine.fleet.SupervisedEngine;
import academy.coldstart.engine.host.HostBackend;
import academy.coldstart.engine.host.HostDoctor;
import academy.coldstart.engine.installation.InstallationFailed;
import academy.coldstart.engine.installation.Installer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires the engine and the way it is run.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineProperties.class)
class EngineConfiguration {

	@Bean
	Installer engineInstaller(EngineProperties properties, @Value("${coldstart.home}") Path home) {
		return Installer.of(properties, home, System.getenv());
	}

	@Bean
	Backend engineBackend(EngineProperties properties, @Value("${coldstart.home}") Path home, Installer installer,
			ObjectProvider<FunctionHost> functionHost) {
		return backend(properties, home, installer, new LaterFunctionHost(functionHost));
	}

	@Bean
	SupervisedEngine engine(EngineProperties properties, Backend backend) {
		return new SupervisedEngine(properties, backend);
	}

	@Bean
	EngineInstallation engineInstallation(Backend backend) {
		return (progress) -> {
			try {
				backend.prepare(progress::accept);
			}
			catch (InstallationFailed ex) {
				throw new EngineUnavailable(ex.status());
			}
		};
	}

	@Bean
	EngineDoctor engineDoctor(EngineProperties properties, Installer installer) {
		return new ModesDoctor(properties.mode(), hostDoctor(installer), docker(installer)::ask);
	}

	private static Backend backend(EngineProperties properties, Path home, Installer installer,
			FunctionHost functions) {
		Path instances = (properties.instances() != null) ? properties.instances() : home.resolve("var/engine");
		Backend host = new HostBackend(installer, instances, properties.services(), functions);
		Backend container = new ContainerBackend(properties, installer, functions);
		return switch (properties.mode()) {
			case AUTO -> new ChosenBackend(host, container, hostDoctor(installer)::obstacle, docker(installer)::ask);
			case HOST -> host;
			case CONTAINER -> container;
		};
	}

	private static HostDoctor hostDoctor(Installer installer) {
		return new HostDoctor(installer.environment(), installer.cache(), installer.nodeDoctor(),
				installer::examineJava);
	}

	private static DockerProbe docker(Installer installer) {
		return new DockerProbe(installer.environment());
	}

	/**
	 * Where functions run, which is not there before an engine needs it.
	 *
	 * @param provider provides it
	 */
	private record LaterFunctionHost(ObjectProvider<FunctionHost> provider) implements FunctionHost {

		@Override
		public Map<String, String> variables(InetAddress address) {
			return this.provider.getObject().variables(address);
		}

		@Override
		public Optional<String> hindrance() {
			return this.provider.getObject().hindrance();
		}

	}

}
