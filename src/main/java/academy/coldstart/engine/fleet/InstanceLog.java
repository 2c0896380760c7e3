package academy.coldstart.engine.fleet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Reads what LocalStack prints, keeps its last lines and notices that it is ready.
 */
public class InstanceLog {

	private static final Log logger = LogFactory.getLog("academy.coldstart.engine.localstack");

	private static final String READY = "Ready.";

	private static final int KEPT_LINES = 100;

	private final Deque<String> lines = new ArrayDeque<>();

	private final CompletableFuture<Void> ready = new CompletableFuture<>();

	/**
	 * Take in the lines of a stream until it ends.
	 * @param stream the stream
	 */
	public void follow(InputStream stream) {
		// Reading a pipe blocks the carrier of a virtual thread, and there may be only
		// two.
		Thread.ofPlatform().daemon().name("localstack-log").start(() -> read(stream));
	}

	CompletableFuture<Void> ready() {
		return this.ready;
	}

	synchronized String tail() {
		return String.join("\n", this.lines);
	}

	private void read(InputStream stream) {
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				add(line);
			}
		}
		catch (IOException ex) {
			logger.debug("The log of LocalStack ended", ex);
		}
	}

	/**
	 * Take in a line.
	 * @param line the line without its end
	 */
	public void add(String line) {
		logger.debug(line);
		if (READY.equals(line.strip())) {
			this.ready.complete(null);
		}
		synchronized (this) {
			this.lines.addLast(line);
			if (this.lines.size() > KEPT_LINES) {
				this.lines.removeFirst();
			}
		}
	}

}
