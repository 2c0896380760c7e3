package academy.coldstart.loopback;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.eclipse.jetty.server.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LoopbackServerTests {

	private final LoopbackServer server = new LoopbackServer("test");

	private final HttpClient client = HttpClient.newHttpClient();

	@AfterEach
	void close() {
		this.server.close();
		this.client.close();
	}

	@Test
	void listenersAnswerEachForThemselves() throws Exception {
		LoopbackListener first = this.server.open(answering("first"));
		LoopbackListener second = this.server.open(answering("second"));
		assertThat(get(first.uri())).isEqualTo("first");
		assertThat(get(second.uri())).isEqualTo("second");
	}

	@Test
	void listensOnTheLoopbackInterfaceOnly() throws Exception {
		LoopbackListener listener = this.server.open(answering("hello"));
		assertThat(InetAddress.getByName(listener.uri().getHost()).isLoopbackAddress()).isTrue();
	}

	@Test
	void aClosedListenerIsGoneWhileOthersStay() throws Exception {
		LoopbackListener closed = this.server.open(answering("closed"));
		LoopbackListener open = this.server.open(answering("open"));
		closed.close();
		assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> get(closed.uri()));
		assertThat(get(open.uri())).isEqualTo("open");
	}

	private static Request.Handler answering(String text) {
		return (request, response, callback) -> {
			response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
			return true;
		};
	}

	private String get(URI uri) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString()).body();
	}

}
