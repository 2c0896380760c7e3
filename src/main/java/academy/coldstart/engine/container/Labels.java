package academy.coldstart.engine.container;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import academy.coldstart.engine.fleet.Owner;

/**
 * The labels of containers: the machine and the application that started them. Process
 * ids mean something on their own machine, and in their own namespace, only.
 */
final class Labels {

	static final String MACHINE = "academy.coldstart.machine";

	static final String OWNER = "academy.coldstart.owner";

	private Labels() {
	}

	static Map<String, String> own() {
		return Map.of(MACHINE, machine(), OWNER, Owner.current().text());
	}

	static String machine() {
		return hostName() + " " + processNamespace();
	}

	/**
	 * Return who started a container.
	 * @param labels its labels
	 * @return the owner, if the labels name one
	 */
	static Optional<Owner> owner(Map<String, String> labels) {
		return Owner.parse(labels.getOrDefault(OWNER, ""));
	}

	private static String hostName() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "unknown";
		}
	}

	private static String processNamespace() {
		try {
			return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
		}
		catch (IOException ex) {
			return "unknown";
		}
	}

}
