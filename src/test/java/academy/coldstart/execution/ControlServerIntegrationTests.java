package academy.coldstart.execution;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the plug-in inside the engine sees of the environment host.
 */
class ControlServerIntegrationTests {

	private static final byte[] ARCHIVE = Zips.of(Map.of("app.py", "def handler(event, context): return 1"));

	@RegisterExtension
	private final HostExtension extension = new HostExtension();

	@ParameterizedTest
	@CsvSource({ "GET,/health", "PUT,/archives/x", "POST,/environments", "DELETE,/environments/x" })
	void refusesRequestsWithoutTheToken(String method, String path) {
		assertThat(host().send(method, path, BodyPublishers.noBody(), "wrong").statusCode()).isEqualTo(401);
	}

	@Test
	void saysThatItIsWell() {
		assertThat(host().send("GET", "/health", BodyPublishers.noBody()).statusCode()).isEqualTo(200);
	}

	@Test
	void keepsArchivesByTheirHash() {
		String path = "/archives/" + Zips.sha256(ARCHIVE);
		assertThat(host().send("HEAD", path, BodyPublishers.noBody()).statusCode()).isEqualTo(404);
		assertThat(host().upload(ARCHIVE)).isEqualTo(Zips.sha256(ARCHIVE));
		assertThat(host().send("HEAD", path, BodyPublishers.noBody()).statusCode()).isEqualTo(200);
	}

	@Test
	void takesAnArchiveFromSeveralAtOnce() {
		List<CompletableFuture<String>> uploads = IntStream.range(0, 40)
			.mapToObj((i) -> CompletableFuture.supplyAsync(() -> host().upload(ARCHIVE),
					(task) -> Thread.ofVirtual().start(task)))
			.toList();
		assertThat(uploads).extracting(CompletableFuture::join).containsOnly(Zips.sha256(ARCHIVE));
	}

	@ParameterizedTest
	@CsvSource({ "0000000000000000000000000000000000000000000000000000000000000000", "..", "%2e%2e%2fx" })
	void refusesArchivesWithAnotherHash(String hash) {
		assertThat(host().send("PUT", "/archives/" + hash, BodyPublishers.ofByteArray(ARCHIVE)).statusCode()).isIn(400,
				404);
	}

	@Test
	void refusesArchivesThatAreTooLarge() {
		byte[] large = new byte[61 * 1024 * 1024];
		assertThat(
				host().send("PUT", "/archives/" + Zips.sha256(large), BodyPublishers.ofByteArray(large)).statusCode())
			.isEqualTo(400);
	}

	@Test
	void runsNothingForAnAccountThatWasNotAdmitted() {
		assertThat(function().with("account", "999999999999").start().status()).isEqualTo(403);
	}

	@Test
	void namesARuntimeThatItCannotRun() {
		TestHost.Reply reply = function().with("runtime", "ruby3.4").start();
		assertThat(reply.status()).isEqualTo(422);
		assertThat(reply.body().path("initError").path("errorMessage").asString())
			.isEqualTo("Functions with the runtime 'ruby3.4' cannot run here");
	}

	@Test
	void namesAnArchiveThatIsMissing() {
		TestHost.Reply reply = function().with("layerSha256", List.of("0".repeat(64))).start();
		assertThat(reply.status()).isEqualTo(422);
		assertThat(reply.body().path("initError").path("errorMessage").asString()).contains("was not uploaded");
	}

	@Test
	void namesAFieldThatIsMissing() {
		TestHost.Reply reply = function().with("handler", "").start();
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.body().path("message").asString()).contains("handler");
	}

	@Test
	void knowsNothingOfEnvironmentsThatAreGone() {
		TestFunction function = function().started();
		assertThat(function.stop()).isEqualTo(200);
		assertThat(function.stop()).isEqualTo(404);
		assertThat(host()
			.post("/environments/" + function.id() + "/invocations",
					Map.of("requestId", "r", "arn", "a", "payload", "{}"))
			.status()).isEqualTo(404);
	}

	@Test
	void handsOutLogsThatNoAnswerCarried() {
		TestFunction function = host().python("print('loading')\ndef handler(event, context): pass").started();
		assertThat(host().send("GET", "/environments/" + function.id() + "/logs", BodyPublishers.noBody()).body())
			.isEqualTo("loading\n");
	}

	private TestFunction function() {
		return new TestFunction(host(), host().upload(ARCHIVE));
	}

	private TestHost host() {
		return this.extension.host();
	}

}
