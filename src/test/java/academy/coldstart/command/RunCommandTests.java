package academy.coldstart.command;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import academy.coldstart.command.CommandRun.World;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class RunCommandTests {

	private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)");

	@TempDir
	private Path directory;

	private final World world = new World();

	@Test
	void servesUntilItIsStopped() throws Exception {
		int[] code = { -1 };
		Thread command = new Thread(
				() -> code[0] = this.world.run("run", "--server.port=0", "--coldstart.home=" + this.directory));
		command.start();
		Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> ADDRESS.matcher(this.world.out()).find());
		Awaitility.await().until(() -> this.world.prepared.get() == 1);
		assertThat(status()).isEqualTo(200);
		command.interrupt();
		command.join();
		assertThat(code[0]).isZero();
	}

	@Test
	void saysNothingMoreWhenThePortIsTaken() throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
			int code = this.world.run("run", "--port", Integer.toString(taken.getLocalPort()),
					"--coldstart.home=" + this.directory);
			assertThat(code).isEqualTo(3);
			assertThat(this.world.err()).isEmpty();
		}
	}

	@Test
	void explainsThatAnotherProcessHasTheDatabase() {
		MockEnvironment environment = new MockEnvironment().withProperty("coldstart.home", this.directory.toString());
		DatabaseInUseFailureAnalyzer analyzer = new DatabaseInUseFailureAnalyzer(environment);
		SQLException locked = new SQLException("Database may be already in use", "90020", 90020);
		assertThat(analyzer.analyze(new IllegalStateException(locked))).extracting(FailureAnalysis::getDescription)
			.asString()
			.contains("running already for " + this.directory, "another process has its database");
		assertThat(analyzer.analyze(new SQLException("Other", "1", 1))).isNull();
	}

	private int status() throws Exception {
		Matcher address = ADDRESS.matcher(this.world.out());
		assertThat(address.find()).isTrue();
		URI health = URI.create("http://127.0.0.1:" + address.group(1) + "/actuator/health");
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.discarding())
			.statusCode();
	}

}
