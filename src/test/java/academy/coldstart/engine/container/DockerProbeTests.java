package academy.coldstart.engine.container;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DockerProbeTests {

	@TempDir
	private Path folder = Path.of("");

	@Test
	void readsTheVersion() throws IOException {
		DockerState state = ask("HTTP/1.0 200 OK\r\n\r\n{\"Platform\":{\"Name\":\"\"},\"Version\":\"28.1.0\"}");
		assertThat(state.isUsable()).isTrue();
		assertThat(state.sentence()).isEqualTo("Docker 28.1.0 answers.");
	}

	@Test
	void refusesWhatIsNotDocker() throws IOException {
		DockerState state = ask("HTTP/1.0 404 Not Found\r\n\r\n");
		assertThat(state.isUsable()).isFalse();
		assertThat(state.sentence()).contains("does not answer like Docker");
	}

	@Test
	void saysHowToStartWhatDoesNotAnswer() throws IOException {
		Path socket = Files.createFile(this.folder.resolve("docker.sock"));
		DockerState state = probe("unix://" + socket).ask();
		assertThat(state.isUsable()).isFalse();
		assertThat(state.remedy()).contains("Start Docker");
	}

	@Test
	void saysThatDockerIsMissing() {
		DockerState state = probe("unix://" + this.folder.resolve("none.sock")).ask();
		assertThat(state.isUsable()).isFalse();
		assertThat(state.remedy()).contains("Install Docker");
	}

	@Test
	void refusesADockerOnAnotherMachine() {
		DockerState state = probe("tcp://192.0.2.1:2375").ask();
		assertThat(state.isUsable()).isFalse();
		assertThat(state.sentence()).contains("tcp://192.0.2.1:2375");
	}

	private DockerState ask(String answer) throws IOException {
		Path socket = this.folder.resolve("docker.sock");
		try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
			server.bind(UnixDomainSocketAddress.of(socket));
			Thread thread = Thread.ofPlatform().daemon().start(() -> answer(server, answer));
			DockerState state = probe("unix://" + socket).ask();
			thread.interrupt();
			return state;
		}
	}

	private static void answer(ServerSocketChannel server, String answer) {
		try (SocketChannel channel = server.accept()) {
			channel.read(ByteBuffer.allocate(1024));
			channel.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
		}
		catch (IOException ex) {
			// The test has ended.
		}
	}

	private static DockerProbe probe(String host) {
		return new DockerProbe(Map.of("DOCKER_HOST", host));
	}

}
