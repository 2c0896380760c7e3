package academy.coldstart.engine.fleet;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A LocalStack that prints what a test wants and answers nobody.
 */
class ScriptedEmulator implements Emulator {

	private final InstanceLog log = new InstanceLog();

	private final CompletableFuture<Integer> exit = new CompletableFuture<>();

	private final AtomicInteger stops = new AtomicInteger();

	private final int port;

	ScriptedEmulator(String output) {
		// Nobody listens on the lowest port.
		this(output, 1);
	}

	ScriptedEmulator(String output, int port) {
		this.port = port;
		this.log.follow(new ByteArrayInputStream(output.getBytes(StandardCharsets.UTF_8)));
	}

	int stops() {
		return this.stops.get();
	}

	@Override
	public URI endpoint() {
		return URI.create("http://localhost:" + this.port);
	}

	@Override
	public InstanceLog log() {
		return this.log;
	}

	@Override
	public CompletableFuture<Integer> exit() {
		return this.exit;
	}

	@Override
	public long residentBytes() {
		return 0;
	}

	@Override
	public void requireConfined() {
		// A test that answers nobody is confined.
	}

	@Override
	public void stop() {
		this.stops.incrementAndGet();
		this.exit.complete(143);
	}

}
