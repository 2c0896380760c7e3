package academy.coldstart.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Values measured several times, in one unit.
 *
 * @param values the values in the order in which they were measured, at least one
 */
record Sample(List<Double> values) {

	Sample {
		if (values.isEmpty()) {
			throw new IllegalArgumentException("A sample needs at least one value");
		}
		values = List.copyOf(values);
	}

	double median() {
		return percentile(50);
	}

	/**
	 * Return a percentile by the nearest rank.
	 * @param percent from 1 to 100
	 * @return a measured value
	 */
	double percentile(int percent) {
		double[] sorted = this.values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
		return sorted[Math.max(0, (int) Math.ceil(percent / 100.0 * sorted.length) - 1)];
	}

	/**
	 * Return the ratios to another sample, pair by pair, so that they hold when the speed
	 * of the machine drifts.
	 * @param other a sample of the same size, measured in turn with this one
	 * @return the ratios
	 */
	Sample over(Sample other) {
		Double[] ratios = new Double[this.values.size()];
		Arrays.setAll(ratios, (i) -> this.values.get(i) / other.values.get(i));
		return new Sample(List.of(ratios));
	}

	/**
	 * Return the median with the spread.
	 * @param unit the unit
	 * @return such as {@code 1.04 s (0.98–1.31, n=7)}
	 */
	String text(String unit) {
		return number(median()) + (unit.isEmpty() ? "" : " " + unit) + " (" + number(percentile(1)) + "–"
				+ number(percentile(100)) + ", n=" + this.values.size() + ")";
	}

	static String number(double value) {
		int digits = (Math.abs(value) >= 100) ? 0 : (Math.abs(value) >= 10) ? 1 : 2;
		return String.format(Locale.ROOT, "%." + digits + "f", value);
	}

}
