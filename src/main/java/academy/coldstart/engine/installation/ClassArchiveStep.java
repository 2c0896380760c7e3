package academy.coldstart.engine.installation;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import academy.coldstart.process.CommandResult;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Makes the class archives of functions and of the compiler, for one JDK, by running each
 * of them once. Both work without an archive, only slower, so that a JDK which cannot
 * make one is no reason to give up.
 *
 * @param sources the folder with the sources of the runtime, some of which the compiler
 * is run with
 * @param jvm runs Java
 * @param kind how archives are made
 */
record ClassArchiveStep(Path sources, JavaCommands jvm, ClassArchive.Kind kind) implements InstallationStep {

	private static final Log logger = LogFactory.getLog(ClassArchiveStep.class);

	/** The options of functions that decide whether an archive fits. */
	private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx400m");

	private static final String PACKAGE = "academy/coldstart/functions";

	private static final String HANDLER = "academy.coldstart.functions.Rehearsal";

	@Override
	public String title() {
		return "classes made ready (about 20 seconds)";
	}

	@Override
	public String name() {
		return "archives";
	}

	@Override
	public void run(Kit kit) {
		JavaKit java = new JavaKit(kit.directory());
		function(java);
		compiler(java);
	}

	private void function(JavaKit java) {
		ClassArchive archive = ClassArchive.in(java.directory(), ClassArchive.FUNCTIONS, this.kind);
		String path = path(java.classPath());
		String folder = java.directory().toString();
		List<String> line = line(archive.making(), path);
		line.addAll(List.of(
				"-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=" + java.nativeClient(),
				"com.amazonaws.services.lambda.runtime.api.client.Bootstrap", folder));
		try (Rehearsal rehearsal = new Rehearsal()) {
			check(archive, path, this.jvm.run(java.directory(), line, rehearsal.variables(HANDLER, folder)));
		}
	}

	private void compiler(JavaKit java) {
		ClassArchive archive = ClassArchive.in(java.directory(), ClassArchive.COMPILER, this.kind);
		String path = java.bootstrap().toString();
		List<String> line = line(archive.making(), path);
		line.addAll(List.of("academy.coldstart.compiler.Compiler", JavaBootstrapStep.RELEASE,
				this.sources.resolve(PACKAGE).toString(), path(java.classPath()), HANDLER));
		check(archive, path, this.jvm.run(java.directory(), line, Map.of()));
	}

	private List<String> line(String archive, String path) {
		List<String> line = new ArrayList<>(List.of(this.jvm.jdk().java().toString()));
		line.addAll(OPTIONS);
		line.addAll(List.of(archive, "-cp", path));
		return line;
	}

	private void check(ClassArchive archive, String path, CommandResult result) {
		boolean made = result.succeeded() && Files.exists(archive.file());
		List<String> probe = line(archive.using(), path);
		probe.addAll(List.of(archive.kind().demanding(), "-version"));
		if (made && this.jvm.run(Path.of("/"), probe, Map.of()).succeeded()) {
			return;
		}
		logger.warn("class archive could not be made file=" + archive.file() + " exitCode=" + result.exitCode() + "\n"
				+ result.output());
		try {
			Files.deleteIfExists(archive.file());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String path(List<Path> jars) {
		return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
	}

}
