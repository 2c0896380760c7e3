package academy.coldstart.engine.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import academy.coldstart.engine.fleet.Emulator;
import academy.coldstart.engine.fleet.InstanceFailed;
import academy.coldstart.engine.fleet.InstanceLog;
import academy.coldstart.process.ChildProcess;

/**
 * A LocalStack process with its folder and the processes it started.
 */
class HostEmulator implements Emulator {

	/** It ends slowly when functions are alive, and nothing of it is needed again. */
	private static final Duration GRACE = Duration.ofSeconds(1);

	private final InstanceDirectory directory;

	private final ChildProcess process;

	private final URI endpoint;

	private final CompletableFuture<Integer> exit;

	private final InstanceLog log = new InstanceLog();

	HostEmulator(InstanceDirectory directory, ChildProcess process, URI endpoint) {
		this.directory = directory;
		this.process = process;
		this.endpoint = endpoint;
		this.exit = process.exit();
		this.log.follow(process.standardOutput());
		this.log.follow(process.standardError());
	}

	@Override
	public URI endpoint() {
		return this.endpoint;
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
		try {
			return Files.readAllLines(Path.of("/proc/" + this.process.pid() + "/status"))
				.stream()
				.filter((line) -> line.startsWith("VmRSS:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
				.sum();
		}
		catch (IOException | UncheckedIOException ex) {
			return 0;
		}
	}

	@Override
	public Optional<String> fault() {
		Path instances = this.directory.root().getParent();
		return (instances != null) ? new InstanceDisk(instances).fault() : Optional.empty();
	}

	@Override
	public void requireConfined() {
		try {
			List<String> exposed = ListeningSockets.exposed(process());
			if (!exposed.isEmpty()) {
				throw new InstanceFailed("The engine can be reached from other machines, at " + exposed
						+ ", and is not used for that reason.");
			}
		}
		catch (IOException ex) {
			throw new InstanceFailed("It could not be found out where the engine listens: " + ex + ".", ex);
		}
	}

	private ProcessHandle process() {
		return ProcessHandle.of(this.process.pid())
			.orElseThrow(() -> new InstanceFailed("LocalStack ended with exit code " + exit().getNow(-1) + "."));
	}

	@Override
	public void stop() {
		this.process.stop(GRACE);
		InstanceProcesses.end(this.directory.root());
		this.directory.delete();
	}

}
