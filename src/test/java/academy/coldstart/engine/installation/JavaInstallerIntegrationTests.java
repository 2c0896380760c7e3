package academy.coldstart.engine.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import academy.coldstart.engine.Finding.Level;
import academy.coldstart.engine.InstalledJava;
import academy.coldstart.process.CommandResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class JavaInstallerIntegrationTests {

	private static final Jdk JDK = Jdk.running();

	@TempDir
	private Path cache;

	@ParameterizedTest
	@EnumSource
	void makesArchivesThatAJvmCanUse(ClassArchive.Kind kind) throws IOException {
		if (kind == ClassArchive.Kind.AOT_CACHE && JDK.feature() < 25) {
			return;
		}
		copyLibraries();
		InstalledJava java = JavaKits.install(this.cache, kind);

		ClassArchive functions = new JavaKit(java.directory()).functionArchive().orElseThrow();
		assertThat(functions.kind()).isEqualTo(kind);
		assertThat(demanded(functions, String.join(":", java.classPath().stream().map(Path::toString).toList())))
			.isTrue();
		assertThat(java.functionArchive()).contains(functions.using());
		ClassArchive compiler = new JavaKit(java.directory()).compilerArchive().orElseThrow();
		assertThat(demanded(compiler, java.classPath().getFirst().toString())).isTrue();
		assertThat(JavaKits.installer(this.cache).examine().level()).isEqualTo(Level.GOOD);
	}

	@Test
	void goesOnWithoutArchivesAndSaysSo() throws IOException {
		copyLibraries();
		JavaInstaller installer = JavaKits.installer(this.cache);
		assertThat(installer.examine().found()).contains("installed with the engine");
		JavaKits.install(this.cache, ClassArchive.Kind.of(JDK));
		try (Stream<Path> files = Files.list(kit())) {
			for (Path file : files.filter((one) -> one.toString().matches(".*\\.(aot|jsa)")).toList()) {
				Files.delete(file);
			}
		}

		installer.install(JavaKits.repository(), (sentence) -> {
		});

		assertThat(installer.installed().orElseThrow().functionArchive()).isEmpty();
		assertThat(installer.examine().level()).isEqualTo(Level.WEAK);
		assertThat(installer.examine().found()).contains("without ready classes");
	}

	@Test
	void isNoObstacleForOtherLanguagesWhereThereIsNoCompiler() {
		Jdk jre = new Jdk(this.cache.resolve("jre"), "21.0.4", 21);
		JavaInstaller installer = new JavaInstaller(new EngineFiles(Path.of("").toAbsolutePath()), this.cache, jre);

		installer.install(JavaKits.repository(), (sentence) -> {
		});

		assertThat(installer.installed()).isEmpty();
		assertThat(installer.problem()).startsWith("Java functions cannot run: ")
			.contains("Start Coldstart with a JDK");
		assertThat(installer.examine().level()).isEqualTo(Level.WEAK);
	}

	private static boolean demanded(ClassArchive archive, String classPath) {
		CommandResult result = new JavaCommands(JDK).run(Path.of("/"), List.of(JDK.java().toString(),
				"-XX:+UseSerialGC", archive.using(), archive.kind().demanding(), "-cp", classPath, "-version"),
				Map.of());
		return result.succeeded();
	}

	/** Download nothing that is there already. */
	private void copyLibraries() throws IOException {
		Path from = new JavaKit(JavaKits.shared().directory()).libraries();
		Path to = new JavaKit(kit()).libraries();
		Files.createDirectories(to);
		try (Stream<Path> jars = Files.list(from)) {
			for (Path jar : jars.toList()) {
				Files.copy(jar, to.resolve(jar.getFileName()));
			}
		}
	}

	private Path kit() {
		return this.cache.resolve(new EngineFiles(Path.of("").toAbsolutePath()).javaKitName(JDK));
	}

}
