package academy.coldstart.engine.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageCmd;

import org.springframework.util.FileSystemUtils;

/**
 * The image of the product, built as somebody builds it who has the program packaged
 * already.
 */
final class ProductImage {

	static final String NAME = "coldstart:test";

	/** What the program was made from; the packaged program stands for it. */
	private static final Set<String> LEFT_OUT = Set.of(".git", "src", "graders", "docs", "target", "var", "pom.xml");

	private ProductImage() {
	}

	static void build(DockerClient docker, Path context) throws IOException {
		PipSettings settings = PipSettings.of(Path.of("none"), System.getenv());
		layOut(context, settings);
		BuildImageCmd command = docker.buildImageCmd(context.toFile())
			.withTags(Set.of(NAME))
			.withNetworkMode("host")
			.withRemove(true)
			.withForcerm(true);
		settings.arguments().forEach(command::withBuildArg);
		ImageBuild build = new ImageBuild((sentence) -> {
		});
		command.exec(build).await();
	}

	private static void layOut(Path context, PipSettings settings) throws IOException {
		try (Stream<Path> entries = Files.list(Path.of(""))) {
			for (Path entry : entries.filter((entry) -> !LEFT_OUT.contains(entry.toString())).toList()) {
				copy(entry, context.resolve(entry.toString()));
			}
		}
		Path program = Files.createDirectory(context.resolve("target")).resolve("coldstart.jar");
		Files.copy(Path.of("target/coldstart.jar"), program);
		// Builds are reproducible, so the jar carries an old date.
		Files.setLastModifiedTime(program, FileTime.from(Instant.now()));
		if (settings.certificates().isPresent()) {
			Files.copy(settings.certificates().get(), context.resolve("ca.crt"));
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

}
