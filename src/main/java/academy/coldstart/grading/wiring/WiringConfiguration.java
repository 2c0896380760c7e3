package academy.coldstart.grading.wiring;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import academy.coldstart.engine.FunctionHost;
import academy.coldstart.engine.InstalledKit;
import academy.coldstart.execution.AwsEndpoint;
import academy.coldstart.execution.EnvironmentHost;
import academy.coldstart.execution.JavaInstallation;
import academy.coldstart.execution.JavaKit;
import academy.coldstart.execution.LanguageRuntime;
import academy.coldstart.execution.NodeKit;
import academy.coldstart.execution.PythonKit;
import academy.coldstart.execution.WorkDisk;
import academy.coldstart.grading.pipeline.CallRecording;
import academy.coldstart.grading.pipeline.Languages;
import academy.coldstart.recording.EngineCallsReceiver;
import academy.coldstart.recording.RecordingProxy;
import academy.coldstart.trace.Traces;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * The connections between modules that must not know each other. All of it starts when a
 * grading needs it first.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
class WiringConfiguration {

	@Bean
	RecordingProxy recordingProxy(Traces traces, Clock clock) {
		return new RecordingProxy(traces, clock);
	}

	@Bean
	EngineCallsReceiver engineCallsReceiver(Traces traces, EnvironmentHost host, RecordingProxy proxy) {
		return new EngineCallsReceiver(traces, host.token(), proxy);
	}

	@Bean
	CallRecording callRecording(RecordingProxy proxy) {
		return new ProxyRecording(proxy);
	}

	@Bean
	AwsEndpoint awsEndpoint(RecordingProxy proxy) {
		return new ProxyEndpoint(proxy);
	}

	@Bean
	PythonKit pythonKit(InstalledKit kit) {
		return new PythonKit() {

			@Override
			public Optional<Path> interpreter() {
				return kit.python();
			}

			@Override
			public Optional<Path> packages() {
				return kit.pythonLibraries();
			}

		};
	}

	@Bean
	JavaKit javaKit(InstalledKit kit) {
		return new JavaKit() {

			@Override
			public Optional<JavaInstallation> installation() {
				return kit.java()
					.map((java) -> new JavaInstallation(java.jdk(), java.version(), java.directory(), java.classPath(),
							java.nativeClient(), java.functionArchive(), java.compilerArchive()));
			}

			@Override
			public String problem() {
				return kit.javaProblem();
			}

		};
	}

	@Bean
	NodeKit nodeKit(InstalledKit kit) {
		return new NodeKit() {

			@Override
			public Optional<Path> interpreter() {
				return kit.node();
			}

			@Override
			public Optional<Path> packages() {
				return kit.nodeLibraries().map((folder) -> folder.resolve("node_modules"));
			}

			@Override
			public Optional<String> problem() {
				return kit.nodeProblem();
			}

		};
	}

	@Bean
	Languages languages(ObjectProvider<LanguageRuntime> runtimes) {
		return (runtime) -> runtimes.stream()
			.filter((language) -> language.runs(runtime))
			.findFirst()
			.map((language) -> language.unavailable(runtime))
			.orElse(Optional.of("Functions with the runtime '" + runtime + "' cannot run here."));
	}

	@Bean
	FunctionHost functionHost(ObjectProvider<EnvironmentHost> host, ObjectProvider<EngineCallsReceiver> calls,
			WorkDisk disk) {
		return new FunctionHost() {

			@Override
			public Map<String, String> variables(InetAddress address) {
				return WiringConfiguration.variables(host.getObject(), calls.getObject(), address);
			}

			@Override
			public Optional<String> hindrance() {
				return disk.shortage();
			}

		};
	}

	private static Map<String, String> variables(EnvironmentHost host, EngineCallsReceiver calls, InetAddress address) {
		return Map.of("COLDSTART_HOST_URL", host.uri(address).toString(), "COLDSTART_CALLS_URL",
				calls.uri(address).toString(), "COLDSTART_TOKEN", host.token());
	}

}
