package academy.coldstart.engine.installation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import academy.coldstart.loopback.LoopbackListener;
import academy.coldstart.loopback.LoopbackServer;
import org.eclipse.jetty.server.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MavenRepositoryTests {

	private static final String SHA256_OF_HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

	@TempDir
	private Path folder = Path.of("");

	private final AtomicInteger requests = new AtomicInteger();

	private final LoopbackServer server = new LoopbackServer("maven");

	private final LoopbackListener listener = this.server.open((request, response, callback) -> {
		this.requests.incrementAndGet();
		response.setStatus(Request.getPathInContext(request).equals("/g/a.jar") ? 200 : 404);
		response.write(true, ByteBuffer.wrap("hello".getBytes(StandardCharsets.UTF_8)), callback);
		return true;
	});

	private final MavenRepository repository = new MavenRepository(this.listener.uri(),
			new EnvironmentProxies(Map.of()));

	@AfterEach
	void close() {
		this.listener.close();
		this.server.close();
	}

	@Test
	void keepsAFileWithTheExpectedContentAndDownloadsItOnce() {
		MavenFile file = new MavenFile("g/a.jar", SHA256_OF_HELLO, 5);
		this.repository.fetch(file, this.folder.resolve("a.jar"));
		this.repository.fetch(file, this.folder.resolve("a.jar"));
		assertThat(this.folder.resolve("a.jar")).hasContent("hello");
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void downloadsADamagedFileAgain() throws Exception {
		Files.writeString(this.folder.resolve("a.jar"), "hel");
		this.repository.fetch(new MavenFile("g/a.jar", SHA256_OF_HELLO, 5), this.folder.resolve("a.jar"));
		assertThat(this.folder.resolve("a.jar")).hasContent("hello");
	}

	@Test
	void rejectsAFileWithOtherContent() {
		MavenFile file = new MavenFile("g/a.jar", "0".repeat(64), 5);
		assertThatThrownBy(() -> this.repository.fetch(file, this.folder.resolve("a.jar")))
			.isInstanceOf(InstallationFailed.class)
			.hasMessageContaining("SHA-256");
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	void saysWhatCouldNotBeDownloaded() {
		MavenFile file = new MavenFile("g/b.jar", SHA256_OF_HELLO, 5);
		assertThatThrownBy(() -> this.repository.fetch(file, this.folder.resolve("b.jar")))
			.isInstanceOf(InstallationFailed.class)
			.hasMessageContaining("b.jar")
			.hasMessageContaining("404");
	}

}
