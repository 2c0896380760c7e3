package academy.coldstart.engine.installation;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import academy.coldstart.engine.Finding;
import academy.coldstart.engine.Finding.Level;
import academy.coldstart.engine.InstalledJava;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Installs what Java functions need, for the JDK that runs this application. Where that
 * does not work, everything else does all the same.
 */
final class JavaInstaller {

	private static final Log logger = LogFactory.getLog(JavaInstaller.class);

	private final EngineFiles files;

	private final Path cache;

	private final Jdk jdk;

	private volatile @Nullable InstalledJava installed;

	private volatile String problem = "Java functions cannot run yet: what they need is not installed.";

	JavaInstaller(EngineFiles files, Path cache, Jdk jdk) {
		this.files = files;
		this.cache = cache;
		this.jdk = jdk;
	}

	/**
	 * Install what is missing, or note why that is impossible.
	 * @param repository where libraries are downloaded from
	 * @param progress hears about every step
	 */
	void install(MavenRepository repository, Progress progress) {
		try {
			this.installed = complete(repository, ClassArchive.Kind.of(this.jdk), progress).installed(this.jdk);
		}
		catch (InstallationFailed ex) {
			note(ex.getMessage() + " " + String.join(" ", ex.remedies()), ex);
		}
		catch (UncheckedIOException ex) {
			note("what they need could not be installed, " + ex.getMessage() + ".", ex);
		}
	}

	private void note(String reason, Exception ex) {
		logger.warn("java functions not installed message=" + ex.getMessage(), ex);
		this.problem = "Java functions cannot run: " + reason;
	}

	/**
	 * Install what is missing.
	 * @param repository where libraries are downloaded from
	 * @param kind how class archives are made
	 * @param progress hears about every step
	 * @return the complete kit
	 * @throws InstallationFailed when it cannot be completed
	 */
	JavaKit complete(MavenRepository repository, ClassArchive.Kind kind, Progress progress) {
		if (!this.jdk.hasCompiler()) {
			throw new InstallationFailed(this.jdk.home() + " has no compiler.",
					"Start Coldstart with a JDK, not a JRE.");
		}
		JavaCommands commands = new JavaCommands(this.jdk);
		List<InstallationStep> steps = List.of(new JavaLibrariesStep(this.files.javaLock(), repository),
				new JavaBootstrapStep(this.files.javaSources(), commands),
				new ClassArchiveStep(this.files.javaSources(), commands, kind));
		return new JavaKit(
				new Installation(this.cache, this.files.javaKitName(this.jdk), steps, Installation.Subject.JAVA)
					.complete(progress)
					.directory());
	}

	Optional<InstalledJava> installed() {
		return Optional.ofNullable(this.installed);
	}

	String problem() {
		return this.problem;
	}

	/**
	 * Say whether Java functions work, without installing anything.
	 * @return what was found
	 */
	Finding examine() {
		JavaKit kit = new JavaKit(this.cache.resolve(this.files.javaKitName(this.jdk)));
		String version = "Java " + this.jdk.version();
		if (!this.jdk.hasCompiler()) {
			return finding(Level.WEAK, version + " in " + this.jdk.home() + " has no compiler.",
					"Start Coldstart with a JDK 21 or newer to hand in Java functions.");
		}
		if (!Installation.isComplete(new Kit(kit.directory()))) {
			return finding(Level.GOOD, version + "; libraries are installed with the engine.", "");
		}
		if (kit.functionArchive().isEmpty() || kit.compilerArchive().isEmpty()) {
			return finding(Level.WEAK, version + ", without ready classes: each start takes a second longer.",
					"This JDK could not make them. Delete " + kit.directory() + " to have it tried again.");
		}
		return finding(Level.GOOD,
				version + ", with ready classes (" + kit.functionArchive().get().kind().title() + ").", "");
	}

	private static Finding finding(Level level, String found, String remedy) {
		return new Finding("Java functions", level, found, remedy);
	}

}
