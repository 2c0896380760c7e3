package academy.coldstart.timeline;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Writes durations and points in time with their units.
 */
public final class Milliseconds {

	private Milliseconds() {
	}

	/**
	 * Write a point in time of a trace.
	 * @param milliseconds since the trace began
	 * @return such as {@code 0.853 s}
	 */
	public static String at(double milliseconds) {
		return String.format(Locale.ROOT, "%.3f s", milliseconds / 1000);
	}

	/**
	 * Write how long something took.
	 * @param start its start
	 * @param end its end, or null when it never ended
	 * @return such as {@code 12 ms}, or {@code 4.1 ms} when it is short
	 */
	public static String took(double start, @Nullable Double end) {
		if (end == null) {
			return "no end";
		}
		double duration = Math.max(0, end - start);
		return String.format(Locale.ROOT, (duration < 10) ? "%.1f ms" : "%.0f ms", duration);
	}

}
