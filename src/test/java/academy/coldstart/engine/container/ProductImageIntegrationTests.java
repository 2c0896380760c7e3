package academy.coldstart.engine.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Capability;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Builds the image of the product from the packaged program, and uses it like somebody
 * who has nothing else: without the internet.
 */
@RequiresDocker
@EnabledIfEnvironmentVariable(named = "COLDSTART_DOCKER_TESTS", matches = "all")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductImageIntegrationTests {

	private static final String IMAGE = "coldstart:test";

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	/** What the program was made from; the packaged program stands for it. */
	private static final Set<String> LEFT_OUT = Set.of(".git", "src", "graders", "docs", "target", "var", "pom.xml");

	private final HttpClient client = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.proxy(HttpClient.Builder.NO_PROXY)
		.build();

	private final int port = freePort();

	private final GenericContainer<?> container = new GenericContainer<>(IMAGE);

	@BeforeAll
	void start(@TempDir Path context) throws IOException {
		layOut(context);
		ImageBuild build = new ImageBuild((sentence) -> {
		});
		command(context).exec(build).await();
		this.container.setPortBindings(List.of("127.0.0.1:" + this.port + ":8080"));
		this.container.withExposedPorts(8080)
			.withCreateContainerCmdModifier((command) -> Objects.requireNonNull(command.getHostConfig())
				.withCapDrop(Capability.ALL)
				.withSecurityOpts(List.of("no-new-privileges"))
				.withDns("127.0.0.1"))
			.waitingFor(Wait.forHealthcheck().withStartupTimeout(PATIENCE))
			.start();
	}

	@AfterAll
	void stop() {
		this.container.stop();
	}

	@Test
	void showsLessonsToItsMachine() throws IOException, InterruptedException {
		HttpResponse<String> home = get("/");
		assertThat(home.statusCode()).isEqualTo(200);
		Matcher lesson = Pattern.compile("href=\"(/lessons/[^\"#]+)\"").matcher(home.body());
		assertThat(lesson.find()).isTrue();
		assertThat(get(lesson.group(1)).body()).contains("<h1");
	}

	@Test
	void answersNobodyElse() throws IOException, InterruptedException {
		String address = own().getNetworkSettings().getNetworks().values().iterator().next().getIpAddress();
		ExecResult neighbor = this.container.execInContainer("python3", "-c",
				"import urllib.request; urllib.request.urlopen(urllib.request.Request('http://" + address
						+ ":8080/', headers={'Host': 'localhost:8080'}))");
		assertThat(neighbor.getStderr()).contains("HTTP Error 403");
	}

	@Test
	void runsAsAnOrdinaryUser() throws IOException, InterruptedException {
		assertThat(this.container.execInContainer("id", "-u").getStdout().strip()).isEqualTo("10001");
		assertThat(own().getConfig().getUser()).isEqualTo("coldstart");
	}

	@Test
	void containsNothingOfItsBuild() throws IOException, InterruptedException {
		assertThat(own().getConfig().getEnv()).noneMatch((variable) -> variable.startsWith("PIP_"));
		assertThat(this.container
			.execInContainer("find", "/opt/coldstart/home", "/usr/local/share/ca-certificates", "-name", "*.crt")
			.getStdout()).isEmpty();
	}

	@Test
	void gradesAFolderOnTheCommandLine() throws IOException, InterruptedException {
		ExecResult result = this.container.execInContainer("./coldstart", "grade", "hello-larkspur",
				"exercises/hello-larkspur/solutions/count-pieces");
		assertThat(result.getExitCode()).as(result.getStdout() + result.getStderr()).isZero();
		assertThat(result.getStdout()).contains("100 of 100 points");
	}

	@Test
	void keepsASubmissionOverARestart() throws IOException, InterruptedException {
		String submission = submitSolution();
		awaitScore(submission);
		docker().restartContainerCmd(this.container.getContainerId()).withTimeout(20).exec();
		Awaitility.await()
			.atMost(PATIENCE)
			.ignoreExceptions()
			.until(() -> get(submission + "/report.json").statusCode() == 200);
		assertThat(get(submission + "/report.json").body()).contains("\"score\":100");
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(
					this.container.execInContainer("sh", "-c", "ls var/engine | wc -l").getStdout().strip())
				.isEqualTo("1"));
	}

	private void awaitScore(String submission) {
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> get(submission + "/report.json"),
					(report) -> report.statusCode() == 200 && report.body().contains("\"score\":100"));
	}

	private String submitSolution() throws IOException, InterruptedException {
		String page = get("/exercises/hello-larkspur").body();
		Map<String, String> form = new TreeMap<>();
		form.put("_csrf", field(page, "_csrf"));
		form.put("token", field(page, "token"));
		form.put("language", "python");
		form.put("path", "handler.py");
		form.put("content", Files.readString(Path.of("exercises/hello-larkspur/solutions/count-pieces/handler.py")));
		HttpRequest request = HttpRequest.newBuilder(address("/exercises/hello-larkspur/submissions"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Origin", address("").toString())
			.POST(BodyPublishers.ofString(encoded(form)))
			.build();
		HttpResponse<String> response = this.client.send(request, BodyHandlers.ofString());
		assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
		return URI.create(response.headers().firstValue("Location").orElseThrow()).getPath();
	}

	private static String encoded(Map<String, String> form) {
		return form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	private static String field(String page, String name) {
		Matcher input = Pattern.compile("<input[^>]*name=\"" + name + "\"[^>]*value=\"([^\"]+)\"").matcher(page);
		assertThat(input.find()).as(name).isTrue();
		return input.group(1);
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(address(path)).timeout(Duration.ofSeconds(30)).build(),
				BodyHandlers.ofString());
	}

	private URI address(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	private InspectContainerResponse own() {
		return docker().inspectContainerCmd(this.container.getContainerId()).exec();
	}

	private static BuildImageCmd command(Path context) {
		BuildImageCmd command = docker().buildImageCmd(context.toFile())
			.withTags(Set.of(IMAGE))
			.withNetworkMode("host");
		settings().arguments().forEach(command::withBuildArg);
		return command;
	}

	private static PipSettings settings() {
		return PipSettings.of(Path.of("none"), System.getenv());
	}

	private static void layOut(Path context) throws IOException {
		try (Stream<Path> entries = Files.list(Path.of(""))) {
			for (Path entry : entries.filter((entry) -> !LEFT_OUT.contains(entry.toString())).toList()) {
				copy(entry, context.resolve(entry.toString()));
			}
		}
		Path program = Files.createDirectory(context.resolve("target")).resolve("coldstart.jar");
		Files.copy(Path.of("target/coldstart.jar"), program);
		// Builds are reproducible, so the jar carries an old date.
		Files.setLastModifiedTime(program, FileTime.from(Instant.now()));
		if (settings().certificates().isPresent()) {
			Files.copy(settings().certificates().get(), context.resolve("ca.crt"));
		}
	}

	private static void copy(Path entry, Path target) throws IOException {
		if (Files.isDirectory(entry)) {
			FileSystemUtils.copyRecursively(entry, target);
		}
		else {
			Files.copy(entry, target, StandardCopyOption.COPY_ATTRIBUTES);
		}
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
