package academy.coldstart.isolation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ways out of one sandbox: for each address it may reach a socket in a directory of
 * its own, from which connections lead on to that address and nowhere else.
 */
final class SocketBridges implements AutoCloseable {

	/** The socket that is connected to when the program is about to start. */
	static final String STARTED = "started";

	private final Path directory;

	private final List<URI> addresses;

	private final ServerSocketChannel start;

	private final List<ServerSocketChannel> listeners = new ArrayList<>();

	private final Set<SocketChannel> connections = ConcurrentHashMap.newKeySet();

	private volatile boolean closed;

	/**
	 * Open the ways out.
	 * @param directory the directory for the sockets
	 * @param addresses the addresses they lead to
	 * @throws IOException when a socket cannot be made
	 */
	SocketBridges(Path directory, List<URI> addresses) throws IOException {
		this.directory = directory;
		this.addresses = List.copyOf(addresses);
		try {
			this.start = listen(STARTED);
			this.start.configureBlocking(false);
			for (URI address : addresses) {
				listen(address);
			}
		}
		catch (IOException ex) {
			close();
			throw ex;
		}
	}

	private ServerSocketChannel listen(String name) throws IOException {
		ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
		this.listeners.add(listener);
		Path socket = this.directory.resolve(name);
		listener.bind(UnixDomainSocketAddress.of(socket), 512);
		// Only the sandbox can enter the directory.
		SandboxFiles.open(socket, "rw-rw-rw-");
		return listener;
	}

	/**
	 * Say whether the program was started. To be asked when everything in the sandbox has
	 * ended.
	 * @return whether it was
	 */
	boolean wasStarted() {
		try (SocketChannel connected = this.start.accept()) {
			return connected != null;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private void listen(URI address) throws IOException {
		ServerSocketChannel listener = listen(Integer.toString(address.getPort()));
		InetSocketAddress target = new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort());
		Thread.ofVirtual().name("sandbox-listener").start(() -> accept(listener, target));
	}

	Path directory() {
		return this.directory;
	}

	List<URI> addresses() {
		return this.addresses;
	}

	private void accept(ServerSocketChannel listener, InetSocketAddress target) {
		try {
			while (!this.closed) {
				SocketChannel inside = listener.accept();
				this.connections.add(inside);
				Thread.ofVirtual().name("sandbox-connection").start(() -> carry(inside, target));
			}
		}
		catch (IOException ex) {
			// It was closed.
		}
	}

	private void carry(SocketChannel inside, InetSocketAddress target) {
		try (inside; SocketChannel outside = SocketChannel.open()) {
			this.connections.add(outside);
			carry(inside, outside, target);
		}
		catch (IOException ex) {
			// One of the two is gone; closing tells the other.
		}
		finally {
			this.connections.remove(inside);
		}
	}

	private void carry(SocketChannel inside, SocketChannel outside, InetSocketAddress target) throws IOException {
		try {
			outside.setOption(StandardSocketOptions.TCP_NODELAY, true);
			outside.connect(target);
			if (!this.closed) {
				BridgedConnection.carry(inside, outside);
			}
		}
		finally {
			this.connections.remove(outside);
		}
	}

	@Override
	public void close() {
		this.closed = true;
		this.listeners.forEach(SocketBridges::close);
		this.connections.forEach(SocketBridges::close);
	}

	private static void close(AutoCloseable channel) {
		try {
			channel.close();
		}
		catch (Exception ex) {
			// Nothing more can be done about it.
		}
	}

}
