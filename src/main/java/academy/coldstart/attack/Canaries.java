package academy.coldstart.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import academy.coldstart.isolation.Directories;

/**
 * What attacks look for on this machine, and which of it they touched: services on the
 * loopback interface, and files that every user of the machine may read and write.
 */
final class Canaries implements AutoCloseable {

	/** Variables that functions have as well, with values of their own. */
	private static final Set<String> COMMON = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "PWD", "SHLVL", "_",
			"TMPDIR", "JAVA_HOME", "TERM", "HOSTNAME", "USER", "SHELL", "OLDPWD");

	private final String text = "canary-" + UUID.randomUUID();

	private final Path directory;

	private final Path secret;

	private final ServerSocket stream;

	private final DatagramSocket datagrams;

	private final AtomicInteger contacts = new AtomicInteger();

	Canaries() {
		try {
			this.directory = Files.createTempDirectory(Path.of("/var/tmp"), "canary-");
			Files.setPosixFilePermissions(this.directory, PosixFilePermissions.fromString("rwxrwxrwx"));
			this.secret = Files.writeString(this.directory.resolve("secret"), this.text);
			Files.setPosixFilePermissions(this.secret, PosixFilePermissions.fromString("rw-rw-rw-"));
			this.stream = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
			this.datagrams = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The canaries could not be set up", ex);
		}
		Thread.ofVirtual().start(this::countConnections);
		Thread.ofVirtual().start(this::countDatagrams);
	}

	/**
	 * Return what programs are told to look for.
	 * @return values by name
	 */
	Map<String, Object> event() {
		List<String> variables = System.getenv()
			.keySet()
			.stream()
			.filter((name) -> !COMMON.contains(name) && !name.matches("(AWS|LAMBDA|PYTHON|NODE|LD)_.*"))
			.toList();
		return Map.of("home", System.getProperty("user.home"), "text", this.text, "secret", this.secret.toString(),
				"tcp", this.stream.getLocalPort(), "udp", this.datagrams.getLocalPort(), "threads", threads(),
				"variables", variables);
	}

	// The numbers of processes and threads are the same ones, and some of these are no
	// small ones anywhere.
	private static List<Integer> threads() {
		try (var entries = Files.list(Path.of("/proc/self/task"))) {
			return entries.map((entry) -> Integer.valueOf(entry.getFileName().toString())).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The threads of this process cannot be counted", ex);
		}
	}

	/**
	 * Say what was touched since the beginning.
	 * @return one sentence for each thing
	 */
	List<String> touched() {
		List<String> touched = new ArrayList<>();
		if (this.contacts.get() > 0) {
			touched.add("a service of the machine was reached " + this.contacts.get() + " times");
		}
		try (var entries = Files.list(this.directory)) {
			List<Path> present = entries.toList();
			if (!present.equals(List.of(this.secret)) || !Files.readString(this.secret).equals(this.text)) {
				touched.add("files of the machine were changed");
			}
		}
		catch (IOException ex) {
			touched.add("files of the machine cannot be read any more: " + ex.getMessage());
		}
		return touched;
	}

	private void countConnections() {
		try {
			while (true) {
				this.stream.accept().close();
				this.contacts.incrementAndGet();
			}
		}
		catch (IOException ex) {
			// It was closed.
		}
	}

	private void countDatagrams() {
		try {
			while (true) {
				this.datagrams.receive(new DatagramPacket(new byte[16], 16));
				this.contacts.incrementAndGet();
			}
		}
		catch (IOException ex) {
			// It was closed.
		}
	}

	@Override
	public void close() {
		this.datagrams.close();
		try {
			this.stream.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Directories.delete(this.directory);
	}

}
