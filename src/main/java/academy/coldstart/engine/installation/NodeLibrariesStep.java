package academy.coldstart.engine.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Installs the libraries that Node.js functions find at run time: the AWS SDK and
 * Powertools, each package with the hash in the lock.
 *
 * @param files where the lock is
 * @param finder finds the Node.js that runs npm
 * @param commands runs npm
 */
record NodeLibrariesStep(EngineFiles files, NodeFinder finder, NpmCommands commands) implements InstallationStep {

	static final String NAME = "node";

	@Override
	public String title() {
		return "libraries for Node.js functions (a few seconds)";
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public boolean isOptional() {
		return true;
	}

	@Override
	public void run(Kit kit) {
		Node node = this.finder.find(kit).orElseThrow(NodeLibrariesStep::missing);
		Path npm = npm(node);
		prepare(kit);
		this.commands.run("Installing the libraries for Node.js functions", kit.nodeLibraries(),
				List.of(node.program().toString(), npm.toString(), "ci", "--ignore-scripts", "--omit=dev", "--no-audit",
						"--no-fund", "--no-update-notifier", "--loglevel=error"));
	}

	static InstallationFailed missing() {
		return new InstallationFailed("No Node.js " + Node.OLDEST + " or newer was found.",
				"Install Node.js 24 (https://nodejs.org) or set COLDSTART_NODE to the path of one, then start Coldstart again.");
	}

	private static Path npm(Node node) {
		try {
			Path prefix = node.program().toRealPath().resolve("../..").normalize();
			return Stream.of(prefix.resolve("lib/node_modules"), Path.of("/usr/share/nodejs"), Path.of("/usr/share"))
				.map((modules) -> modules.resolve("npm/bin/npm-cli.js"))
				.filter(Files::isRegularFile)
				.findFirst()
				.orElseThrow(() -> new InstallationFailed("The Node.js at " + node.program() + " comes without npm.",
						"Install npm, or a Node.js that brings it (https://nodejs.org), then start Coldstart again."));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void prepare(Kit kit) {
		try {
			Files.createDirectories(kit.nodeLibraries());
			for (Path file : List.of(this.files.nodeManifest(), this.files.nodeLock())) {
				Files.copy(file, kit.nodeLibraries().resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
			Path headers = kit.nodeHeaders();
			if (headers != null) {
				delete(headers);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The wheel brings 65 MB that only compilers read. */
	private static void delete(Path directory) throws IOException {
		Files.walkFileTree(directory, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.delete(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException ex) throws IOException {
				Files.delete(visited);
				return FileVisitResult.CONTINUE;
			}

		});
	}

}
