package academy.coldstart.engine.installation;

import java.nio.file.Path;
import java.util.Map;

import academy.coldstart.engine.EngineProperties;
import academy.coldstart.engine.InstalledKit;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * The installation of this machine for tests of anything that needs a part of it. The
 * first test that does waits until it is complete.
 */
public final class TestInstallation {

	private TestInstallation() {
	}

	/**
	 * Return the complete installation.
	 * @return what it has
	 */
	public static InstalledKit kit() {
		return Holder.INSTALLER;
	}

	/**
	 * Installs once.
	 */
	private static final class Holder {

		private static final Installer INSTALLER = install();

		private static Installer install() {
			EngineProperties properties = new Binder(new MapConfigurationPropertySource(Map.of()))
				.bindOrCreate("coldstart.engine", Bindable.of(EngineProperties.class));
			Installer installer = Installer.of(properties, Path.of(""), System.getenv());
			installer.install((sentence) -> {
			});
			return installer;
		}

	}

}
