package academy.coldstart.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import academy.coldstart.process.ChildProcess;
import academy.coldstart.process.Command;

/**
 * The application as a process of its own, started with the same program, class archive
 * and content as this one, with data of its own.
 */
final class StartedApplication implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Pattern READY = Pattern.compile("ready at (http://localhost:\\d+)");

	private final Path home;

	private final ChildProcess process;

	private final CompletableFuture<URI> address = new CompletableFuture<>();

	private final HttpClient client = HttpClient.newHttpClient();

	private final long begin;

	private StartedApplication(Path home, List<String> settings) {
		this.home = home;
		this.begin = System.nanoTime();
		this.process = ChildProcess.start(new Command(commandLine(home, settings), home, System.getenv()));
		Thread.ofPlatform().daemon().name("bench-out").start(() -> read(this.process.outputReader()));
		Thread.ofPlatform().daemon().name("bench-err").start(() -> read(this.process.errorReader()));
	}

	/**
	 * Start it.
	 * @param installation where the content is
	 * @param settings further arguments
	 * @return the process, perhaps not ready yet
	 * @throws IOException when there is no place for its data
	 */
	static StartedApplication start(Path installation, List<String> settings) throws IOException {
		Path home = Files.createTempDirectory("coldstart-bench");
		try (Stream<Path> content = Files.list(installation)) {
			for (Path entry : content.filter((path) -> !path.endsWith("var") && !path.endsWith("target")).toList()) {
				Files.createSymbolicLink(home.resolve(entry.getFileName()), entry);
			}
		}
		return new StartedApplication(home, settings);
	}

	private static List<String> commandLine(Path home, List<String> settings) {
		List<String> line = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		ManagementFactory.getRuntimeMXBean()
			.getInputArguments()
			.stream()
			.filter((argument) -> !argument.startsWith("-Dcoldstart.home="))
			.forEach(line::add);
		line.add("-Dcoldstart.home=" + home);
		String classPath = System.getProperty("java.class.path");
		boolean packaged = classPath.endsWith(".jar") && !classPath.contains(":");
		line.addAll(packaged ? List.of("-jar", classPath)
				: List.of("-cp", classPath, "academy.coldstart.ColdstartApplication"));
		line.addAll(List.of("run", "--port", "0"));
		line.addAll(settings);
		return line;
	}

	private void read(BufferedReader lines) {
		try (lines) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				Matcher matcher = READY.matcher(line);
				if (matcher.find()) {
					this.address.complete(URI.create(String.valueOf(matcher.group(1))));
				}
			}
			this.address.completeExceptionally(new IllegalStateException("The application ended while it started"));
		}
		catch (IOException ex) {
			this.address.completeExceptionally(ex);
		}
	}

	/**
	 * Ask for a page.
	 * @param path its path
	 * @return its text
	 * @throws IOException when the application does not answer with a page
	 * @throws InterruptedException when the thread is interrupted
	 */
	String get(String path) throws IOException, InterruptedException {
		HttpResponse<String> response = send(HttpRequest.newBuilder(address().resolve(path)).build());
		if (response.statusCode() != 200) {
			throw new IOException(path + " was answered with " + response.statusCode());
		}
		return response.body();
	}

	HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
		return this.client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
	}

	URI address() throws IOException, InterruptedException {
		try {
			return this.address.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IOException("The application did not start", ex);
		}
	}

	/**
	 * Wait until grading is possible.
	 * @throws IOException when the application does not answer
	 * @throws InterruptedException when the thread is interrupted
	 */
	void awaitGrading() throws IOException, InterruptedException {
		awaitReadiness("Grading is ready");
	}

	/**
	 * Wait until every engine is ready.
	 * @param engines how many there are
	 * @throws IOException when the application does not answer
	 * @throws InterruptedException when the thread is interrupted
	 */
	void awaitGrading(int engines) throws IOException, InterruptedException {
		awaitReadiness((engines == 1) ? "Grading is ready" : engines + " of " + engines + " engines are ready");
	}

	private void awaitReadiness(String words) throws IOException, InterruptedException {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!get("/readiness").contains(words)) {
			if (System.nanoTime() > end) {
				throw new IOException("The engine did not become ready");
			}
			Thread.sleep(50);
		}
	}

	/**
	 * Return the time since the start.
	 * @return seconds
	 */
	double seconds() {
		return (System.nanoTime() - this.begin) / 1e9;
	}

	/**
	 * Return the memory of the application and of all processes that it started, each
	 * shared page counted once.
	 * @return mebibytes
	 */
	double mebibytes() {
		ProcessHandle application = ProcessHandle.of(this.process.pid()).orElseThrow();
		return Stream.concat(Stream.of(application), application.descendants())
			.mapToLong((process) -> proportionalKibibytes(process.pid()))
			.sum() / 1024.0;
	}

	private static long proportionalKibibytes(long pid) {
		try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
			return lines.filter((line) -> line.startsWith("Pss:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
				.sum();
		}
		catch (IOException | UncheckedIOException ex) {
			return 0;
		}
	}

	@Override
	public void close() {
		this.process.stop(Duration.ofSeconds(30));
		this.client.close();
		delete(this.home);
	}

	private static void delete(Path folder) {
		try (Stream<Path> paths = Files.walk(folder)) {
			paths.sorted((left, right) -> right.compareTo(left)).forEach((path) -> {
				try {
					Files.deleteIfExists(path);
				}
				catch (IOException ex) {
					path.toFile().deleteOnExit();
				}
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The data of the measured application could not be removed", ex);
		}
	}

}
