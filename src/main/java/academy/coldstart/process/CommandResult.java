package academy.coldstart.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * How a command ended that was run to its end.
 *
 * @param exitCode the exit code, or -1 when it was stopped because it took too long
 * @param output the last lines that it wrote, standard output and standard error mixed
 */
public record CommandResult(int exitCode, String output) {

	private static final int KEPT_LINES = 200;

	/**
	 * Run a command to its end.
	 * @param command what to run
	 * @param limit how long it may take; it is killed after that
	 * @param listener hears every line as it is written
	 * @return how it ended
	 * @throws ProcessStartFailed when it could not be started
	 */
	public static CommandResult of(Command command, Duration limit, Consumer<String> listener) {
		ChildProcess process = ChildProcess.start(command);
		Lines lines = new Lines(listener);
		try {
			Thread error = Thread.ofPlatform().daemon().start(() -> lines.read(process.standardError()));
			Thread output = Thread.ofPlatform().daemon().start(() -> lines.read(process.standardOutput()));
			boolean ended = process.waitFor(limit);
			process.signal(Signal.KILL);
			output.join();
			error.join();
			return new CommandResult(ended ? process.exit().join() : -1, lines.text());
		}
		catch (InterruptedException ex) {
			process.signal(Signal.KILL);
			Thread.currentThread().interrupt();
			return new CommandResult(-1, lines.text());
		}
	}

	public boolean succeeded() {
		return this.exitCode == 0;
	}

	private static final class Lines {

		private final Consumer<String> listener;

		private final Deque<String> kept = new ArrayDeque<>();

		Lines(Consumer<String> listener) {
			this.listener = listener;
		}

		void read(InputStream stream) {
			try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
				for (String line = reader.readLine(); line != null; line = reader.readLine()) {
					add(line);
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private synchronized void add(String line) {
			this.kept.addLast(line);
			if (this.kept.size() > KEPT_LINES) {
				this.kept.removeFirst();
			}
			this.listener.accept(line);
		}

		synchronized String text() {
			return String.join("\n", this.kept);
		}

	}

}
