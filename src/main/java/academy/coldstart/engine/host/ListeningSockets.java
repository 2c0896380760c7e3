package academy.coldstart.engine.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sockets on which processes wait for connections, as Linux tells.
 */
final class ListeningSockets {

	private static final String LISTEN = "0A";

	private static final Pattern INODE = Pattern.compile("socket:\\[(\\d+)\\]");

	/**
	 * Addresses in the byte order of little-endian machines: 127.x.x.x, ::1 and
	 * ::ffff:127.x.x.x.
	 */
	private static final Pattern LOOPBACK = Pattern
		.compile("[0-9A-F]{6}7F|00000000000000000000000001000000|0000000000000000FFFF0000[0-9A-F]{6}7F");

	private ListeningSockets() {
	}

	/**
	 * Return the local addresses on which a process or one of its descendants waits for
	 * connections from other machines.
	 * @param process the process
	 * @return the addresses as Linux writes them, empty when all are loopback
	 * @throws IOException when Linux does not tell
	 */
	static List<String> exposed(ProcessHandle process) throws IOException {
		Set<String> inodes = Stream.concat(Stream.of(process), process.descendants())
			.flatMap((member) -> inodes(member.pid()).stream())
			.collect(Collectors.toSet());
		List<String> exposed = new ArrayList<>();
		for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
			if (Files.exists(Path.of(table))) {
				exposed.addAll(exposed(Files.readAllLines(Path.of(table)), inodes));
			}
		}
		return exposed;
	}

	static List<String> exposed(List<String> table, Set<String> inodes) {
		return table.stream()
			.skip(1)
			.map((line) -> line.strip().split("\\s+", -1))
			.filter((columns) -> columns.length > 9 && LISTEN.equals(columns[3]) && inodes.contains(columns[9]))
			.map((columns) -> columns[1])
			.filter((address) -> !LOOPBACK.matcher(address.substring(0, address.indexOf(':'))).matches())
			.toList();
	}

	private static Set<String> inodes(long pid) {
		Set<String> inodes = new HashSet<>();
		try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
			for (Path descriptor : descriptors.toList()) {
				Matcher inode = INODE.matcher(target(descriptor));
				if (inode.matches()) {
					inodes.add(inode.group(1));
				}
			}
		}
		catch (IOException ex) {
			// It has ended since.
		}
		return inodes;
	}

	private static String target(Path descriptor) {
		try {
			return Files.readSymbolicLink(descriptor).toString();
		}
		catch (IOException ex) {
			return "";
		}
	}

}
