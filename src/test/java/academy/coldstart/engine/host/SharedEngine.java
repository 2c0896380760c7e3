package academy.coldstart.engine.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import academy.coldstart.engine.EngineProperties;
import academy.coldstart.engine.FunctionHost;
import academy.coldstart.engine.fleet.SupervisedEngine;
import academy.coldstart.engine.installation.Installer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * Gives each test an account of a real engine that all test classes share, with an
 * environment host that runs nothing.
 *
 * <p>
 * To see a test fail without a patch, name the patch:
 * {@code -Dcoldstart.test.without-patches=async_pool}.
 */
class SharedEngine implements ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(SharedEngine.class);

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	@Override
	public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
		return ExtensionContextScope.TEST_METHOD;
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
		return parameter.getParameter().getType() == TestAccount.class;
	}

	@Override
	public TestAccount resolveParameter(ParameterContext parameter, ExtensionContext test) {
		Running running = test.getRoot().getStore(NAMESPACE).computeIfAbsent(Running.class);
		return test.getStore(NAMESPACE)
			.computeIfAbsent(TestAccount.class,
					(type) -> new TestAccount(running.engine.lease(PATIENCE), running.functions), TestAccount.class);
	}

	/**
	 * The engine, from the first test that needs it until the last test has ended.
	 */
	static class Running implements AutoCloseable {

		private final RecordingFunctionHost functions = new RecordingFunctionHost();

		private final Path folder = folder();

		private final SupervisedEngine engine = engine(this.folder, this::variables);

		@Override
		public void close() throws IOException {
			try {
				this.engine.destroy();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			this.functions.close();
			FileSystemUtils.deleteRecursively(this.folder);
		}

		private Map<String, String> variables(InetAddress address) {
			Map<String, String> variables = new TreeMap<>(this.functions.variables(address));
			variables.put("COLDSTART_WITHOUT_PATCHES", System.getProperty("coldstart.test.without-patches", ""));
			return variables;
		}

		private static SupervisedEngine engine(Path folder, FunctionHost functions) {
			MapConfigurationPropertySource source = new MapConfigurationPropertySource(Map
				.of("coldstart.engine.instances", folder.toString(), "coldstart.engine.recycle-after-leases", "1000"));
			EngineProperties properties = new Binder(source).bindOrCreate("coldstart.engine",
					Bindable.of(EngineProperties.class));
			Installer installer = Installer.of(properties, Path.of(""), System.getenv());
			return new SupervisedEngine(properties,
					new HostBackend(installer, folder, properties.services(), functions));
		}

		private static Path folder() {
			try {
				return Files.createTempDirectory("coldstart-engine-");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
