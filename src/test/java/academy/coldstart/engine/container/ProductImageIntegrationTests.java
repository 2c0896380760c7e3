package academy.coldstart.engine.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Builds the image of the product from the packaged program, starts it as
 * {@code compose.yaml} says but on a network without a way out, and uses it like somebody
 * who has nothing else.
 */
@RequiresDocker
@EnabledIfEnvironmentVariable(named = "COLDSTART_DOCKER_TESTS", matches = "image|all",
		disabledReason = "It takes many minutes; COLDSTART_DOCKER_TESTS=image runs it")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductImageIntegrationTests {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private static final Path EXERCISES = Path.of("exercises");

	private final String name = "coldstart-test-" + UUID.randomUUID();

	private final int port = freePort();

	private final Visitor visitor = new Visitor(this.port);

	private final ComposeService compose = ComposeService.read();

	private GenericContainer<?> container = container();

	ProductImageIntegrationTests() throws IOException {
	}

	@BeforeAll
	void start(@TempDir Path context) throws IOException {
		ProductImage.build(docker(), context);
		docker().createVolumeCmd().withName(this.name).exec();
		// Without masquerading nothing that is sent to the internet finds its way back.
		docker().createNetworkCmd()
			.withName(this.name)
			.withOptions(Map.of("com.docker.network.bridge.enable_ip_masquerade", "false"))
			.exec();
		this.container.start();
	}

	@AfterAll
	void stop() {
		this.container.stop();
		docker().removeNetworkCmd(this.name).exec();
		docker().removeVolumeCmd(this.name).exec();
	}

	@Test
	void showsLessonsToItsMachine() throws IOException, InterruptedException {
		HttpResponse<String> home = this.visitor.get("/");
		assertThat(home.statusCode()).isEqualTo(200);
		Matcher lesson = Pattern.compile("href=\"(/lessons/[^\"#]+)\"").matcher(home.body());
		assertThat(lesson.find()).isTrue();
		assertThat(this.visitor.get(lesson.group(1)).body()).contains("<h1");
		assertThat(this.container.getLogs()).contains("Coldstart is ready at http://localhost:8080");
	}

	@Test
	void answersNobodyElse() throws IOException, InterruptedException {
		String address = Objects.requireNonNull(
				Objects.requireNonNull(own().getNetworkSettings().getNetworks().get(this.name)).getIpAddress());
		assertThat(python("import urllib.request; urllib.request.urlopen(urllib.request.Request('http://" + address
				+ ":8080/', headers={'Host': 'localhost:8080'}))")
			.getStderr()).contains("HTTP Error 403");
	}

	@Test
	void reachesNothingOutside() throws IOException, InterruptedException {
		assertThat(python("import socket; socket.create_connection(('1.1.1.1', 443), timeout=5)").getExitCode())
			.isNotZero();
		assertThat(python("import socket; socket.getaddrinfo('pypi.org', 443)").getExitCode()).isNotZero();
	}

	@Test
	void runsAsAnOrdinaryUserWithoutCapabilities() throws IOException, InterruptedException {
		assertThat(this.container.execInContainer("id", "-u").getStdout().strip()).isEqualTo("10001");
		assertThat(own().getConfig().getUser()).isEqualTo("coldstart");
		assertThat(this.container.execInContainer("cat", "/proc/1/status").getStdout())
			.containsPattern("CapBnd:\\s+0000000000000000")
			.containsPattern("NoNewPrivs:\\s+1");
	}

	@Test
	void containsNothingOfItsBuild() throws IOException, InterruptedException {
		assertThat(own().getConfig().getEnv()).noneMatch((variable) -> variable.startsWith("PIP_"));
		assertThat(this.container
			.execInContainer("find", "/opt/coldstart/home", "/usr/local/share/ca-certificates", "-name", "*.crt",
					"-not", "-path", "*/var/engine/*")
			.getStdout()).isEmpty();
		// What JNA unpacks while the program runs comes and goes.
		assertThat(this.container
			.execInContainer("find", "/home/coldstart", "-type", "f", "-not", "-path", "*/.cache/JNA/*", "-printf",
					"%f\n")
			.getStdout()
			.lines()).containsExactlyInAnyOrder(".bash_logout", ".bashrc", ".profile");
	}

	@Test
	void lacksNothingThatGradingNeeds() throws IOException, InterruptedException {
		ExecResult result = this.container.execInContainer("./coldstart", "doctor");
		assertThat(result.getExitCode()).as(result.getStdout() + result.getStderr()).isZero();
		assertThat(result.getStdout()).doesNotContain("missing").contains("Grading works on this machine.");
	}

	@Test
	void keepsLearnersApart() throws IOException, InterruptedException {
		assertThat(this.container.execInContainer("./coldstart", "doctor").getStdout())
			.contains("Functions run in a sandbox")
			.doesNotContain("Its first process is the slower one");
		ExecResult result = this.container.execInContainer("./coldstart", "attack", "c1", "c7", "c9", "c13", "c18",
				"c21", "c25", "c27", "c29", "c33", "c52", "c59");
		assertThat(result.getExitCode()).as(result.getStdout() + result.getStderr()).isZero();
		assertThat(result.getStdout()).contains("Left afterwards: no process").doesNotContain("skipped");
	}

	@ParameterizedTest
	@CsvSource({ "python, count-pieces", "node, count-pieces-node", "java, count-pieces-java" })
	void gradesEveryLanguageThroughItsPages(String language, String solution) throws IOException, InterruptedException {
		assertThat(this.visitor.get("/exercises/hello-larkspur").body()).doesNotContain("not on this machine");
		awaitAllPoints(submit("hello-larkspur", language, solution));
	}

	@Test
	void gradesAFolderOnTheCommandLine() throws IOException, InterruptedException {
		ExecResult result = this.container.execInContainer("./coldstart", "grade", "hello-larkspur",
				"exercises/hello-larkspur/solutions/count-pieces");
		assertThat(result.getExitCode()).as(result.getStdout() + result.getStderr()).isZero();
		assertThat(result.getStdout()).contains("100 of 100 points");
	}

	@Test
	void finishesAfterARestartWhatItsStopInterrupted() throws IOException, InterruptedException {
		String interrupted = submit("charge-once", "python", "conditional-put");
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> this.visitor.get(interrupted).body(), (page) -> page.contains("Deploy"));
		stopGracefully();
		docker().startContainerCmd(this.container.getContainerId()).exec();
		awaitAllPoints(interrupted);
		assertThat(this.container.execInContainer("sh", "-c", "ls -d var/engine/localstack-*/ | wc -l")
			.getStdout()
			.strip()).isEqualTo("1");
	}

	@Test
	void keepsSubmissionsWhenItsContainerIsReplaced() throws IOException, InterruptedException {
		String submission = submit("hello-larkspur", "python", "count-pieces");
		awaitAllPoints(submission);
		stopGracefully();
		this.container.stop();
		this.container = container();
		this.container.start();
		assertThat(this.visitor.get(submission + "/report.json").body()).containsPattern("\"score\" ?: ?100");
		assertThat(this.visitor.get("/exercises/hello-larkspur").body()).contains(submission);
	}

	// A program that had to be killed ends with 137, one that nothing tells to end with
	// 143.
	private void stopGracefully() {
		int seconds = (int) this.compose.stopGracePeriod().toSeconds();
		docker().stopContainerCmd(this.container.getContainerId()).withTimeout(seconds).exec();
		assertThat(own().getState().getExitCodeLong()).isEqualTo(143);
	}

	private void awaitAllPoints(String submission) {
		Awaitility.await()
			.atMost(PATIENCE)
			.ignoreExceptions()
			.until(() -> this.visitor.get(submission + "/report.json"),
					(report) -> report.statusCode() == 200 && report.body().matches("(?s).*\"score\" ?: ?100\\b.*"));
	}

	private String submit(String exercise, String language, String solution) throws IOException, InterruptedException {
		return this.visitor.submit(exercise, language,
				EXERCISES.resolve(exercise).resolve("solutions").resolve(solution));
	}

	private ExecResult python(String program) throws IOException, InterruptedException {
		return this.container.execInContainer("python3", "-c", program);
	}

	private GenericContainer<?> container() {
		GenericContainer<?> created = new GenericContainer<>(ProductImage.NAME);
		created.setPortBindings(List.of(this.compose.binding(this.port)));
		return created.withExposedPorts(8080)
			.withNetworkMode(this.name)
			.withCreateContainerCmdModifier(this::describe)
			.waitingFor(Wait.forHealthcheck().withStartupTimeout(PATIENCE));
	}

	private void describe(CreateContainerCmd command) {
		try {
			this.compose.apply(command, this.name);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private InspectContainerResponse own() {
		return docker().inspectContainerCmd(this.container.getContainerId()).exec();
	}

	private static DockerClient docker() {
		return DockerClientFactory.instance().client();
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
