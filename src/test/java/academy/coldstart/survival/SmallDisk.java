package academy.coldstart.survival;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import academy.coldstart.process.Command;
import academy.coldstart.process.CommandResult;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * A disk of its own under a folder, small enough to be filled.
 *
 * @param path the folder
 */
record SmallDisk(Path path) implements AutoCloseable {

	/**
	 * Mount one, or skip the test where that is not allowed.
	 * @param path the folder, which is made
	 * @param megabytes its size
	 * @return the disk
	 */
	static SmallDisk mount(Path path, int megabytes) {
		try {
			Files.createDirectories(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		assumeThat(tool("mount", "-t", "tmpfs", "-o", "mode=755,size=" + megabytes + "m", "tmpfs", path.toString()))
			.as("a small disk can be mounted (as root only)")
			.isTrue();
		return new SmallDisk(path);
	}

	void fill() {
		try (OutputStream out = Files.newOutputStream(filler())) {
			assertThatExceptionOfType(IOException.class).isThrownBy(() -> {
				while (true) {
					out.write(new byte[4096]);
				}
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void makeRoom() {
		try {
			Files.delete(filler());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path filler() {
		return this.path.resolve("filler");
	}

	@Override
	public void close() {
		tool("umount", "--lazy", this.path.toString());
	}

	private static boolean tool(String... line) {
		Command command = new Command(List.of(line), Path.of("/"), Map.of("PATH", System.getenv("PATH")));
		return CommandResult.of(command, Duration.ofSeconds(20), (text) -> {
		}).succeeded();
	}

}
