package academy.coldstart.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import academy.coldstart.fault.FaultRules;
import academy.coldstart.isolation.Isolation;
import academy.coldstart.loopback.GuardedListeners;
import academy.coldstart.loopback.LoopbackServer;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.Traces;

/**
 * Runs Lambda functions for the engine: the plug-in inside the engine asks it for
 * execution environments and hands it events.
 */
public final class EnvironmentHost implements Environments, AutoCloseable {

	private static final long ARCHIVE_CAPACITY = 2L * 1024 * 1024 * 1024;

	private final WorkDirectory directory;

	private final WorkDisk disk;

	private final LoopbackServer listeners = new LoopbackServer("environments");

	private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor((runnable) -> {
		Thread thread = new Thread(runnable, "environment-timers");
		thread.setDaemon(true);
		return thread;
	});

	private final LogPoller logs = new LogPoller();

	private final EnvironmentRegistry registry;

	private final HostFacilities facilities;

	private final GuardedListeners control;

	private final String token;

	/**
	 * Start the host.
	 * @param traces where everything is recorded
	 * @param aws gives each environment its way to AWS
	 * @param isolation keeps functions apart
	 * @param limits what functions may use up
	 * @param languages the languages that functions may be written in
	 * @param base the directory in which the host makes one of its own
	 */
	public EnvironmentHost(Traces traces, AwsEndpoint aws, Isolation isolation, FunctionLimits limits,
			List<LanguageRuntime> languages, Path base) {
		this.directory = new WorkDirectory(base);
		this.disk = new WorkDisk(base);
		this.registry = new EnvironmentRegistry(traces);
		this.token = newToken();
		this.facilities = new HostFacilities(this.listeners, aws, isolation, limits,
				new Archives(this.directory.path(), ARCHIVE_CAPACITY), this.timers, this.logs,
				this.directory.make("environments"), new Suspicions());
		this.control = new GuardedListeners(this.listeners,
				new ControlServer(this.token, this.registry, this.facilities, languages));
	}

	/**
	 * Return the address that the plug-in inside the engine calls.
	 * @return an address without a path
	 */
	public URI uri() {
		return this.control.uri();
	}

	/**
	 * Return the address that a plug-in calls which knows this machine by another address
	 * than that of the loopback interface, and listen there.
	 * @param address an address of this machine
	 * @return an address without a path
	 */
	public URI uri(InetAddress address) {
		return this.control.uri(address);
	}

	/**
	 * Return the bearer token that the plug-in sends.
	 * @return the token, new with every start
	 */
	public String token() {
		return this.token;
	}

	@Override
	public void admit(AccountId account, List<CompanionService> companions, FaultRules rules) {
		this.registry.admit(account, companions, rules);
	}

	@Override
	public void kill(AccountId account, String environment) {
		this.registry.kill(account, environment);
	}

	@Override
	public void renew(AccountId account, String function) {
		this.registry.renew(account, function);
	}

	@Override
	public Optional<String> fault() {
		return this.disk.fault().or(() -> this.facilities.suspicions().confirm(new StartTrial(this.facilities)));
	}

	@Override
	public void dismiss(AccountId account) {
		this.registry.dismiss(account);
	}

	/**
	 * Look for what is still there of environments: accounts, environments and
	 * directories.
	 * @return what was found, each as a short text that stays the same as long as it is
	 * there
	 */
	public Set<String> remains() {
		Set<String> found = new TreeSet<>(this.registry.remains());
		try (DirectoryStream<Path> left = Files.newDirectoryStream(this.facilities.directory())) {
			left.forEach((directory) -> found.add("directory " + directory));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The directory of environments cannot be read", ex);
		}
		return found;
	}

	@Override
	public void close() {
		this.registry.removeAll();
		this.control.close();
		this.listeners.close();
		this.timers.shutdownNow();
		this.logs.close();
		this.directory.close();
	}

	private static String newToken() {
		byte[] bytes = new byte[32];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

}
