package academy.coldstart.attack;

import java.util.List;
import java.util.Locale;

/**
 * How long it took until nothing was left of killed programs.
 *
 * @param milliseconds the times, in order of size
 */
public record KillTimes(List<Double> milliseconds) {

	public KillTimes {
		milliseconds = milliseconds.stream().sorted().toList();
	}

	/**
	 * Return the times in words.
	 * @return the median and the 99th percentile
	 */
	public String text() {
		return this.milliseconds.isEmpty() ? "not measured" : String.format(Locale.ROOT,
				"p50 %.1f ms, p99 %.1f ms of %d kills", percentile(50), percentile(99), this.milliseconds.size());
	}

	double percentile(int percent) {
		int rank = (int) Math.ceil(percent / 100.0 * this.milliseconds.size());
		return this.milliseconds.get(Math.max(0, rank - 1));
	}

}
