package academy.coldstart.process;

import java.io.BufferedReader;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A running child process that leads a process group of its own, so that it and its
 * descendants are signalled together.
 */
public final class ChildProcess {

	private final Process process;

	private ChildProcess(Process process) {
		this.process = process;
	}

	/**
	 * Start a command in a new session. Its standard input is empty; standard output and
	 * standard error must be read by the caller.
	 * @param command what to run
	 * @return the running process
	 * @throws ProcessStartFailed when it could not be started
	 */
	public static ChildProcess start(Command command) {
		List<String> line = new ArrayList<>(List.of("setsid"));
		line.addAll(command.line());
		ProcessBuilder builder = new ProcessBuilder(line).directory(command.directory().toFile())
			.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
		builder.environment().clear();
		builder.environment().putAll(command.environment());
		return new ChildProcess(Spawner.start(builder));
	}

	public long pid() {
		return this.process.pid();
	}

	public boolean isAlive() {
		return this.process.isAlive();
	}

	public InputStream standardOutput() {
		return this.process.getInputStream();
	}

	public InputStream standardError() {
		return this.process.getErrorStream();
	}

	/**
	 * Return standard output as text, instead of {@link #standardOutput()}.
	 * @return the reader, which expects UTF-8
	 */
	public BufferedReader outputReader() {
		return this.process.inputReader(StandardCharsets.UTF_8);
	}

	/**
	 * Return standard error as text, instead of {@link #standardError()}.
	 * @return the reader, which expects UTF-8
	 */
	public BufferedReader errorReader() {
		return this.process.errorReader(StandardCharsets.UTF_8);
	}

	/**
	 * Return a future that completes with the exit code when the process ends.
	 * @return the exit code, 128 + n after signal n
	 */
	public CompletableFuture<Integer> exit() {
		return this.process.onExit().thenApply(Process::exitValue);
	}

	/**
	 * Wait until the process ends.
	 * @param limit how long to wait at most
	 * @return whether it has ended
	 * @throws InterruptedException when the waiting thread is interrupted
	 */
	public boolean waitFor(Duration limit) throws InterruptedException {
		return this.process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
	}

	/**
	 * Send a signal to the process and its descendants in the same group. Does nothing
	 * when there are none left.
	 * @param signal the signal
	 */
	public void signal(Signal signal) {
		// Between its start and its setsid a process has no group of its own yet.
		if (!ProcessGroups.signalGroup(pid(), signal) && isAlive()) {
			ProcessGroups.signalProcess(pid(), signal);
		}
	}

	/**
	 * Ask the process to end, and end it by force when it has not after a while.
	 * @param grace how long to wait
	 */
	public void stop(Duration grace) {
		signal(Signal.TERMINATE);
		try {
			this.process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		signal(Signal.KILL);
	}

}
