package academy.coldstart.loopback;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GuardedListenersTests {

	private final LoopbackServer server = new LoopbackServer("guarded");

	private final GuardedListeners listeners = new GuardedListeners(this.server, (request, response, callback) -> {
		response.write(true, ByteBuffer.wrap(new byte[] { 'x' }), callback);
		return true;
	});

	@AfterEach
	void close() {
		this.listeners.close();
		this.server.close();
	}

	@Test
	void listensOnTheLoopbackInterfaceOnly() throws IOException {
		InetAddress other = anotherAddress();
		URI own = this.listeners.uri();
		assertThat(own.getHost()).isEqualTo("127.0.0.1");
		connect(own.getHost(), own.getPort());
		assertThatThrownBy(() -> connect(other.getHostAddress(), own.getPort())).isInstanceOf(ConnectException.class);
	}

	@Test
	void listensElsewhereOnceItIsAsked() throws IOException {
		InetAddress other = anotherAddress();
		URI address = this.listeners.uri(other);
		assertThat(address.getHost()).isEqualTo(other.getHostAddress());
		connect(address.getHost(), address.getPort());
		assertThat(this.listeners.uri(other)).isEqualTo(address);
		this.listeners.close();
		assertThatThrownBy(() -> connect(address.getHost(), address.getPort())).isInstanceOf(ConnectException.class);
	}

	@Test
	void isReachedAtTheLoopbackAddressWithoutAnotherListener() {
		assertThat(this.listeners.uri(InetAddress.getLoopbackAddress())).isEqualTo(this.listeners.uri());
	}

	private static void connect(String host, int port) throws IOException {
		try (Socket socket = new Socket(host, port)) {
			assertThat(socket.isConnected()).isTrue();
		}
	}

	private static InetAddress anotherAddress() throws IOException {
		Optional<InetAddress> address = NetworkInterface.networkInterfaces()
			.flatMap(NetworkInterface::inetAddresses)
			.filter((each) -> !each.isLoopbackAddress() && each.getAddress().length == 4)
			.findFirst();
		Assumptions.assumeTrue(address.isPresent(), "This machine has no other address");
		return address.orElseThrow();
	}

}
