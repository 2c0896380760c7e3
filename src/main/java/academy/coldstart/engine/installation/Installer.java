package academy.coldstart.engine.installation;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import academy.coldstart.engine.EngineProperties;
import academy.coldstart.engine.Finding;
import academy.coldstart.engine.InstalledJava;
import academy.coldstart.engine.InstalledKit;
import org.jspecify.annotations.Nullable;

/**
 * Installs all that the engine needs beside this application.
 */
public class Installer implements InstalledKit {

	private final EngineFiles files;

	private final Path cache;

	private final URI mavenRepository;

	private final Map<String, String> environment;

	private final JavaInstaller java;

	private volatile @Nullable Kit installed;

	private volatile @Nullable Node node;

	private volatile @Nullable String nodeProblem;

	Installer(EngineFiles files, Path cache, URI mavenRepository, Map<String, String> environment) {
		this.files = files;
		this.cache = cache;
		this.mavenRepository = mavenRepository;
		this.environment = Map.copyOf(environment);
		this.java = new JavaInstaller(files, cache, Jdk.running());
	}

	/**
	 * Create an installer, which does nothing before it is asked to.
	 * @param properties where installations are kept and where parts come from
	 * @param home the folder of this product
	 * @param environment the environment variables of this application
	 * @return the installer
	 */
	public static Installer of(EngineProperties properties, Path home, Map<String, String> environment) {
		return new Installer(new EngineFiles(home.toAbsolutePath().normalize()), cache(properties, environment),
				properties.mavenRepository(), environment);
	}

	private static Path cache(EngineProperties properties, Map<String, String> environment) {
		if (properties.cache() != null) {
			return properties.cache();
		}
		String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
		Path base = xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
		return base.resolve("coldstart/kit");
	}

	/**
	 * Return where installations are kept.
	 * @return a folder that need not exist yet
	 */
	public Path cache() {
		return this.cache;
	}

	/**
	 * Return the environment variables of this application.
	 * @return the variables
	 */
	public Map<String, String> environment() {
		return this.environment;
	}

	/**
	 * Return the committed files that say what is installed.
	 * @return the files
	 */
	public EngineFiles files() {
		return this.files;
	}

	/**
	 * Return the complete kit for this machine, installing what is missing.
	 * @param progress hears about every step
	 * @return the kit
	 * @throws InstallationFailed when something is missing that only a person can provide
	 */
	public Kit install(Progress progress) {
		requireLinux();
		Python python = findPython().orElseThrow(Installer::pythonMissing);
		return installWith(python, progress);
	}

	/**
	 * Return the kit that is needed beside LocalStack in a container: what functions
	 * need, and the parts of the image that do not come from the Python package index.
	 * Without a Python that can make virtual environments, only functions in other
	 * languages run.
	 * @param progress hears about every step
	 * @return the kit
	 * @throws InstallationFailed when something is missing that only a person can provide
	 */
	public Kit installForContainer(Progress progress) {
		requireLinux();
		Optional<Python> python = findPython().filter((found) -> found.hasVenv(this.environment));
		if (python.isPresent()) {
			return installWith(python.get(), progress);
		}
		Kit kit = new Installation(this.cache, "without-" + this.files.kitName(Python.NONE), List.of(dynamoDb()))
			.complete(progress);
		this.node = new NodeFinder(this.environment).find(kit).orElse(null);
		this.installed = kit;
		this.java.install(maven(), progress);
		return kit;
	}

	/**
	 * Look for a Python that fits.
	 * @return the Python, if there is one
	 */
	public Optional<Python> findPython() {
		Path home = Path.of(this.environment.getOrDefault("HOME", System.getProperty("user.home")));
		return new PythonFinder(this.environment, home).find();
	}

	private Kit installWith(Python python, Progress progress) {
		PythonCommands commands = new PythonCommands(this.environment);
		NodeFinder finder = new NodeFinder(this.environment);
		InstallationStep node = new NodeLibrariesStep(this.files, finder, new NpmCommands(this.environment));
		List<InstallationStep> steps = List.of(new VenvStep(python, commands),
				new EnginePackagesStep(this.files.engineLock(), commands),
				new FunctionLibrariesStep(this.files.functionLock(), commands), dynamoDb(), node);
		Installation installation = new Installation(this.cache, this.files.kitName(python), steps);
		Kit kit = installation.complete(progress);
		this.nodeProblem = installation.failure(node.name()).map(Installer::sentences).orElse(null);
		this.node = finder.find(kit).orElse(null);
		this.installed = kit;
		this.java.install(maven(), progress);
		return kit;
	}

	private InstallationStep dynamoDb() {
		return new DynamoDbStep(this.files.dynamoDbLock(), maven());
	}

	private MavenRepository maven() {
		return new MavenRepository(this.mavenRepository, new EnvironmentProxies(this.environment));
	}

	/**
	 * Create what examines the languages of functions.
	 * @return the doctor
	 */
	public NodeDoctor nodeDoctor() {
		return new NodeDoctor(this.files, this.cache, this.environment);
	}

	@Override
	public Optional<Path> python() {
		return Optional.ofNullable(this.installed).map(Kit::python).filter(Files::exists);
	}

	@Override
	public Optional<Path> pythonLibraries() {
		return Optional.ofNullable(this.installed).map(Kit::functionLibraries).filter(Files::exists);
	}

	@Override
	public Optional<InstalledJava> java() {
		return this.java.installed();
	}

	@Override
	public String javaProblem() {
		return this.java.problem();
	}

	/**
	 * Say whether Java functions work here, without installing anything.
	 * @return what was found
	 */
	public Finding examineJava() {
		return this.java.examine();
	}

	@Override
	public Optional<Path> node() {
		return Optional.ofNullable(this.node).map(Node::program);
	}

	@Override
	public Optional<Path> nodeLibraries() {
		return Optional.ofNullable(this.installed).map(Kit::nodeLibraries).filter(Files::exists);
	}

	@Override
	public Optional<String> nodeProblem() {
		if (this.nodeProblem == null && this.installed != null && this.node == null) {
			return Optional.of(sentences(NodeLibrariesStep.missing()));
		}
		return Optional.ofNullable(this.nodeProblem);
	}

	private static String sentences(InstallationFailed failure) {
		return failure.getMessage() + " " + String.join(" ", failure.remedies());
	}

	private static void requireLinux() {
		if (!Files.isDirectory(Path.of("/proc/self/fd"))) {
			throw new InstallationFailed("The engine runs on Linux, but this is " + System.getProperty("os.name") + ".",
					"Run Coldstart in its container image.");
		}
	}

	private static InstallationFailed pythonMissing() {
		return new InstallationFailed("No Python 3.12 or 3.13 was found, and the engine needs one.",
				"On Debian 13 or Ubuntu 24.04 and later: sudo apt install python3 python3-venv.",
				"Elsewhere: install uv and run: uv python install 3.13.",
				"Or set COLDSTART_PYTHON to the path of a Python 3.12 or 3.13.");
	}

}
