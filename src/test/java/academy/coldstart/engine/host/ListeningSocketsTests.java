package academy.coldstart.engine.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ListeningSocketsTests {

	private static final String HEADER = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";

	@Test
	void findsWhatListensOnAllInterfaces() {
		assertThat(exposed("00000000:1F90", "0A", "7")).containsExactly("00000000:1F90");
		assertThat(exposed("00000000000000000000000000000000:1F90", "0A", "7")).hasSize(1);
		assertThat(exposed("0100000A:1F90", "0A", "7")).hasSize(1);
	}

	@Test
	void passesOverLoopbackInEveryNotation() {
		assertThat(exposed("0100007F:1F90", "0A", "7")).isEmpty();
		assertThat(exposed("00000000000000000000000001000000:1F90", "0A", "7")).isEmpty();
		assertThat(exposed("0000000000000000FFFF00000100007F:1F90", "0A", "7")).isEmpty();
	}

	@Test
	void passesOverConnectionsAndOtherProcesses() {
		assertThat(exposed("00000000:1F90", "01", "7")).isEmpty();
		assertThat(exposed("00000000:1F90", "0A", "8")).isEmpty();
	}

	@Test
	void readsTheSocketsOfARealProcess() throws IOException {
		try (ServerSocket everywhere = new ServerSocket(0);
				ServerSocket loopback = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThat(ListeningSockets.exposed(ProcessHandle.current()))
				.anyMatch((address) -> address.endsWith(port(everywhere)))
				.noneMatch((address) -> address.endsWith(port(loopback)));
		}
	}

	private static String port(ServerSocket socket) {
		return ":%04X".formatted(socket.getLocalPort());
	}

	private static List<String> exposed(String address, String state, String inode) {
		String line = "   0: " + address + " 00000000:0000 " + state
				+ " 00000000:00000000 00:00000000 00000000     0        0 " + inode + " 1 0 100 0 0 10 0";
		return ListeningSockets.exposed(List.of(HEADER, line), Set.of("7"));
	}

}
