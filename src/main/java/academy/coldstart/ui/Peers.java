package academy.coldstart.ui;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The addresses that requests of this machine come from: the loopback ones, and in a
 * container, whose port is published, the gateway of its network. That holds whatever
 * address the server listens on.
 */
class Peers {

	private static final Path ROUTES = Path.of("/proc/net/route");

	private static final String EVERYWHERE = "00000000";

	private final Optional<InetAddress> gateway;

	Peers(boolean publishedPort) {
		this(publishedPort ? gateway(ROUTES) : Optional.empty());
	}

	Peers(Optional<InetAddress> gateway) {
		this.gateway = gateway;
	}

	boolean include(String address) {
		try {
			InetAddress peer = InetAddress.getByName(address);
			return peer.isLoopbackAddress() || this.gateway.filter(peer::equals).isPresent();
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

	/**
	 * Tell whether a request came from a program beside this one.
	 * @param address where it came from
	 * @return whether that is a loopback address
	 */
	static boolean isLoopback(String address) {
		return new Peers(Optional.empty()).include(address);
	}

	private static Optional<InetAddress> gateway(Path routes) {
		try {
			return gateway(Files.readAllLines(routes));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Find the gateway of the default route.
	 * @param routes the lines of Linux' routing table
	 * @return the address, if there is such a route
	 */
	static Optional<InetAddress> gateway(List<String> routes) {
		return routes.stream()
			.map((line) -> line.strip().split("\\s+", -1))
			.filter((columns) -> columns.length > 2 && EVERYWHERE.equals(columns[1]) && !EVERYWHERE.equals(columns[2]))
			.map((columns) -> address(columns[2]))
			.findFirst();
	}

	private static InetAddress address(String hexadecimal) {
		// In the byte order of little-endian machines: 010011AC is 172.17.0.1.
		int value = Integer.reverseBytes(Integer.parseUnsignedInt(hexadecimal, 16));
		try {
			return InetAddress.getByAddress(
					new byte[] { (byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value });
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException("Four bytes are an address", ex);
		}
	}

}
