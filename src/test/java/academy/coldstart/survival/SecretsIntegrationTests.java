package academy.coldstart.survival;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Secrets of the machine and of the configuration, each recognizable, while code is
 * graded that looks for them: they get neither into the processes beside the application
 * nor into anything that is shown or written.
 */
class SecretsIntegrationTests {

	private static final String CANARY = "canary-7f3a";

	private static final Map<String, String> SECRETS = Map.of("DEPLOY_TOKEN", CANARY + "-deploy", "AWS_ACCESS_KEY_ID",
			CANARY + "-aws-id", "AWS_SECRET_ACCESS_KEY", CANARY + "-aws", "AWS_SESSION_TOKEN", CANARY + "-session",
			"SPRING_DATASOURCE_PASSWORD", CANARY + "-database", "SPRING_APPLICATION_JSON",
			"{\"coldstart.secret\":\"" + CANARY + "-json\"}");

	private static final String NOSY = """
			import os, sys

			print("variables", dict(os.environ))
			print("arguments", sys.argv, open("/proc/self/cmdline").read(), open("/proc/self/environ").read())
			print("broken", file=sys.stderr)

			""";

	@TempDir
	private Path directory;

	@Test
	void keepsSecretsToItself() throws IOException {
		Home home = Home.create(this.directory);
		try (Program program = Program.start(home, SECRETS)) {
			assertThat(Files.readString(Path.of("/proc/" + program.handle().pid() + "/environ"))).contains(CANARY);
			Site site = program.site();
			String curious = site.submit(Work.starter().startingWith(NOSY));
			JsonNode report = site.awaitReport(curious);
			Work.starter().assertGraded(report);
			assertThat(site.get(curious + "/trace.json").body()).contains("variables", "AWS_LAMBDA_FUNCTION_NAME");
			String broken = site
				.submit(Work.starter().startingWith("raise RuntimeError(dict(__import__('os').environ))\n"));
			site.awaitReport(broken);
			assertNowhereIn(program, site, List.of(curious, broken));
		}
		assertNotIn("the files", files(home));
	}

	private static void assertNowhereIn(Program program, Site site, List<String> submissions) {
		for (String submission : submissions) {
			for (String part : List.of("", "/state", "/events", "/report.json", "/trace.json", "/end-state.json")) {
				assertNotIn(submission + part, site.get(submission + part).body());
			}
		}
		for (String path : List.of("/", "/exercises/hello-larkspur", "/readiness", "/actuator/health", "/actuator/env",
				"/nothing", "/parity", "/exercises/hello-larkspur?language=%00")) {
			assertNotIn(path, site.get(path).body());
		}
		assertNotIn("the log", String.join("\n", program.output()));
		assertThat(program.handle().descendants()).isNotEmpty().allSatisfy((process) -> {
			for (String part : List.of("environ", "cmdline")) {
				assertNotIn(part + " of " + process.info().commandLine(), proc(process, part));
			}
		});
		assertNotIn("its own command line", proc(program.handle(), "cmdline"));
	}

	private static void assertNotIn(String what, String text) {
		// Not doesNotContain: a failure must not print what it found.
		assertThat(text.contains(CANARY)).as("a secret is in " + what).isFalse();
	}

	private static String proc(ProcessHandle process, String part) {
		try {
			return Files.readString(Path.of("/proc/" + process.pid(), part), StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			// It has ended.
			return "";
		}
	}

	private static String files(Home home) throws IOException {
		StringBuilder contents = new StringBuilder();
		try (Stream<Path> files = Files.walk(home.path().resolve("var"))) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				contents.append(Files.readString(file, StandardCharsets.ISO_8859_1));
			}
		}
		return contents.toString();
	}

}
