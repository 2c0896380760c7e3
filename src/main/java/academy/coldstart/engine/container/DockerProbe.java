package academy.coldstart.engine.container;

import java.io.IOException;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks Docker for its version, over its socket on this machine. Functions run here, so a
 * Docker on another machine is of no use.
 */
public class DockerProbe {

	private static final Pattern VERSION = Pattern.compile("\"Version\":\"([^\"]+)\"");

	private static final int LONGEST_ANSWER = 64 * 1024;

	private static final int PATIENCE_SECONDS = 10;

	private final Map<String, String> environment;

	/**
	 * Create a probe that asks nobody yet.
	 * @param environment the environment variables of this application
	 */
	public DockerProbe(Map<String, String> environment) {
		this.environment = Map.copyOf(environment);
	}

	/**
	 * Ask Docker. Takes ten seconds at most.
	 * @return what was found out
	 */
	public DockerState ask() {
		String host = this.environment.getOrDefault("DOCKER_HOST", "");
		if (!host.isBlank() && !host.startsWith("unix:")) {
			return DockerState.absent("DOCKER_HOST is " + host + ", which is not a socket of this machine.",
					"Unset DOCKER_HOST, or let it name the socket of a Docker on this machine.");
		}
		List<Path> sockets = host.isBlank() ? usualSockets() : List.of(Path.of(URI.create(host).getPath()));
		Optional<Path> socket = sockets.stream().filter(Files::exists).findFirst();
		return socket.map(this::ask)
			.orElseGet(() -> DockerState.absent("Docker was not found: there is no " + sockets.getFirst() + ".",
					"Install Docker (Debian: sudo apt install docker.io) and start it."));
	}

	private List<Path> usualSockets() {
		String runtime = this.environment.getOrDefault("XDG_RUNTIME_DIR", "");
		Stream<String> rootless = runtime.isBlank() ? Stream.empty() : Stream.of(runtime + "/docker.sock");
		return Stream.concat(Stream.of("/var/run/docker.sock"), rootless).map(Path::of).toList();
	}

	private DockerState ask(Path socket) {
		try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
			Matcher version = VERSION.matcher(answerOf(channel));
			return version.find() ? DockerState.present(version.group(1))
					: DockerState.absent("What listens on " + socket + " does not answer like Docker.",
							"Look at the state of Docker: docker version.");
		}
		catch (IOException ex) {
			if (!Files.isWritable(socket)) {
				return DockerState.absent("Docker is there, but this user may not use it.",
						"Add the user to the group docker (sudo usermod -aG docker $USER) and sign in again.");
			}
			return DockerState.absent("Docker does not answer on " + socket + ": " + ex.getMessage() + ".",
					"Start Docker, for example with: sudo systemctl start docker.");
		}
	}

	private static String answerOf(SocketChannel channel) throws IOException {
		CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> {
			try {
				channel.write(ByteBuffer
					.wrap("GET /version HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
				byte[] bytes = Channels.newInputStream(channel).readNBytes(LONGEST_ANSWER);
				return new String(bytes, StandardCharsets.UTF_8);
			}
			catch (IOException ex) {
				return "";
			}
		}, (task) -> Thread.ofPlatform().daemon().name("docker-probe").start(task));
		return answer.completeOnTimeout("", PATIENCE_SECONDS, TimeUnit.SECONDS).join();
	}

}
