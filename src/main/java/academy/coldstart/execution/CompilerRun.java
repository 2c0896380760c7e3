package academy.coldstart.execution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import academy.coldstart.isolation.ConfinedProcess;

/**
 * A compiler at work: waits for its answer, within limits.
 *
 * @param process the compiler
 * @param answer what it writes to standard output
 * @param errors the beginning of what it writes to standard error
 */
record CompilerRun(ConfinedProcess process, CompletableFuture<byte[]> answer, CompletableFuture<byte[]> errors) {

	/** More than the classes of the largest submission take. */
	private static final int MAX_ANSWER = 32 * 1024 * 1024;

	private static final int KEPT_ERRORS = 8 * 1024;

	/**
	 * The compiler limits its own processor time, so that a machine with much to do is
	 * not taken for a fault of the sources.
	 */
	private static final Duration PATIENCE = Duration.ofMinutes(3);

	static CompilerRun of(ConfinedProcess process) {
		return new CompilerRun(process, read(process.standardOutput(), MAX_ANSWER),
				read(process.standardError(), KEPT_ERRORS));
	}

	/**
	 * Wait for the answer and read it.
	 * @return the result
	 * @throws IllegalStateException when the compiler itself failed
	 */
	JavaCompilation result() {
		try {
			byte[] bytes = this.answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
			if (this.process.breach().isDone()) {
				return CompilerAnswer.exhausted();
			}
			return CompilerAnswer.read(bytes)
				.orElseThrow(() -> new IllegalStateException("The Java compiler failed: " + errorText()));
		}
		catch (TimeoutException ex) {
			throw new IllegalStateException("The Java compiler did not answer within " + PATIENCE.toMinutes()
					+ " minutes: this machine has too much to do", ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The answer of the Java compiler could not be read", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while compiling", ex);
		}
	}

	private String errorText() {
		int code = this.process.exit().join();
		return "exit code " + code + " " + new String(this.errors.join(), StandardCharsets.UTF_8).strip();
	}

	private static CompletableFuture<byte[]> read(InputStream stream, int kept) {
		CompletableFuture<byte[]> result = new CompletableFuture<>();
		Thread.ofPlatform().daemon().name("compiler-output").start(() -> {
			try (stream) {
				byte[] bytes = stream.readNBytes(kept);
				stream.transferTo(java.io.OutputStream.nullOutputStream());
				result.complete(bytes);
			}
			catch (IOException ex) {
				result.completeExceptionally(ex);
			}
		});
		return result;
	}

}
