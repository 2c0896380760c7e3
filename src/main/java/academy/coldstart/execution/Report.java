package academy.coldstart.execution;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The figures of the REPORT line.
 *
 * @param requestId the AWS request id
 * @param durationMs how long the handler worked
 * @param billedMs what is billed: the duration, with Init where that is billed, rounded
 * up
 * @param memoryMb the configured memory
 * @param maxMemoryMb the peak memory
 * @param initMs the Init duration, on a cold start
 * @param status what follows as status, such as {@code timeout}
 */
record Report(String requestId, double durationMs, long billedMs, int memoryMb, long maxMemoryMb,
		@Nullable Double initMs, @Nullable String status) {

	static long billed(double durationMs, @Nullable Double billedInitMs) {
		return (long) Math.ceil(durationMs + ((billedInitMs != null) ? billedInitMs : 0));
	}

	/**
	 * Return the same figures with the time that really passed.
	 * @param ms the time in milliseconds
	 * @return the figures
	 */
	Report lasting(double ms) {
		return new Report(this.requestId, ms, this.billedMs, this.memoryMb, this.maxMemoryMb, this.initMs, this.status);
	}

	/**
	 * Return the line as Lambda writes it.
	 * @return the line, with tabs between its parts
	 */
	String line() {
		String line = String.format(Locale.ROOT,
				"REPORT RequestId: %s\tDuration: %.2f ms\tBilled Duration: %d ms\tMemory Size: %d MB\t"
						+ "Max Memory Used: %d MB\t",
				this.requestId, this.durationMs, this.billedMs, this.memoryMb, this.maxMemoryMb);
		if (this.initMs != null) {
			line += String.format(Locale.ROOT, "Init Duration: %.2f ms\t", this.initMs);
		}
		return (this.status != null) ? line + "Status: " + this.status : line;
	}

}
