package academy.coldstart.survival;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import academy.coldstart.process.ChildProcess;
import academy.coldstart.process.Command;
import academy.coldstart.process.CommandResult;
import academy.coldstart.process.Signal;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged application as a process of its own, started as the launcher starts it.
 */
final class Program implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final Pattern READY = Pattern.compile("Coldstart is ready at (http://localhost:\\d+)");

	private static final Pattern DEBUGGER = Pattern.compile("Listening for transport dt_socket at address: (\\d+)");

	private final ChildProcess process;

	private final List<String> output = new CopyOnWriteArrayList<>();

	private Program(ChildProcess process) {
		this.process = process;
		read(process.standardOutput());
		read(process.standardError());
		Runtime.getRuntime().addShutdownHook(new Thread(() -> process.signal(Signal.KILL)));
	}

	/**
	 * Start the application and wait until it serves pages.
	 * @param home its installation
	 * @param settings such as {@code --coldstart.grading.workers=2}
	 * @return the running application
	 */
	static Program start(Home home, String... settings) {
		Program program = launch(home, settings);
		program.site();
		return program;
	}

	/**
	 * Start the application without waiting for anything.
	 * @param home its installation
	 * @param settings more settings
	 * @return the application
	 */
	static Program launch(Home home, String... settings) {
		return launch(0, home, settings);
	}

	/**
	 * Start the application at a port without waiting for anything.
	 * @param port the port
	 * @param home its installation
	 * @param settings more settings
	 * @return the application
	 */
	static Program launch(int port, Home home, String... settings) {
		return launch(port, home, Map.of(), settings);
	}

	/**
	 * Start the application with more environment variables and wait until it serves
	 * pages.
	 * @param home its installation
	 * @param variables the variables
	 * @return the running application
	 */
	static Program start(Home home, Map<String, String> variables) {
		Program program = launch(0, home, variables);
		program.site();
		return program;
	}

	private static Program launch(int port, Home home, Map<String, String> variables, String... settings) {
		List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
				"-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0",
				"-Dcoldstart.home=" + home.path(), "-jar", UnpackedJar.path().toString(), "run", "--port",
				Integer.toString(port), "--coldstart.execution.directory=" + home.functions()));
		line.addAll(Arrays.asList(settings));
		Map<String, String> environment = new TreeMap<>(System.getenv());
		environment.putAll(variables);
		return new Program(ChildProcess.start(new Command(line, home.path(), environment)));
	}

	ProcessHandle handle() {
		return ProcessHandle.of(this.process.pid()).orElseThrow();
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	List<String> output() {
		return List.copyOf(this.output);
	}

	/**
	 * Return the pages of the application, once they are served.
	 * @return the site
	 */
	Site site() {
		return new Site(await(READY));
	}

	/**
	 * Return where it waits for a debugger: after one has gone, at another port.
	 * @return the port
	 */
	int debuggerPort() {
		return Integer.parseInt(await(DEBUGGER));
	}

	/**
	 * Find the processes below this one that run something.
	 * @param part a part of their command line
	 * @return the processes
	 */
	List<ProcessHandle> running(String part) {
		return handle().descendants()
			.filter((process) -> process.info().commandLine().orElse("").contains(part))
			.toList();
	}

	/**
	 * Kill it with signal 9, and nothing but it.
	 */
	void kill() {
		handle().destroyForcibly();
		exit();
	}

	/**
	 * Send a signal such as {@code TERM} or {@code INT}.
	 * @param name its name
	 */
	void send(String name) {
		CommandResult.of(new Command(List.of("kill", "-" + name, Long.toString(this.process.pid())), Path.of("/"),
				Map.of("PATH", System.getenv("PATH"))), Duration.ofSeconds(10), (line) -> {
				});
	}

	int exit() {
		try {
			return this.process.exit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new AssertionError("Coldstart did not end: " + tail(), ex);
		}
	}

	@Override
	public void close() {
		if (isAlive()) {
			send("TERM");
			try {
				exit();
			}
			finally {
				this.process.signal(Signal.KILL);
			}
		}
	}

	String tail() {
		return String.join("\n", this.output.subList(Math.max(0, this.output.size() - 60), this.output.size()));
	}

	private String await(Pattern pattern) {
		Awaitility.await()
			.atMost(PATIENCE)
			.failFast(() -> assertThat(isAlive() || !find(pattern).isEmpty()).as("alive: %s", tail()).isTrue())
			.until(() -> !find(pattern).isEmpty());
		return find(pattern);
	}

	private String find(Pattern pattern) {
		return this.output.stream()
			.flatMap((line) -> pattern.matcher(line).results())
			.map((MatchResult result) -> result.group(1))
			.reduce("", (earlier, later) -> later);
	}

	private void read(InputStream stream) {
		Thread.ofPlatform().daemon().start(() -> {
			try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
				lines.lines().forEach(this.output::add);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

}
