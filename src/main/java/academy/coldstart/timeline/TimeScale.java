package academy.coldstart.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Says where on the figure a moment is. Each stretch between two moments at which
 * something begins or ends is as wide as it is long, within limits: short ones stay
 * visible, and long ones, in which nothing begins or ends, are cut.
 */
final class TimeScale {

	private static final double SHORTEST = 1.5;

	/** More moments than this share their stretches. */
	private static final int MAX_MOMENTS = 4000;

	private static final int HALVINGS = 80;

	private final double[] moments;

	private final double[] positions;

	private final List<Cut> cuts = new ArrayList<>();

	private TimeScale(double[] moments, double left, double width) {
		this.moments = moments;
		this.positions = new double[moments.length];
		int stretches = moments.length - 1;
		double longest = Math.max(width / 11, 2 * width / Math.max(1, stretches));
		double shortest = Math.min(SHORTEST, width / (3.0 * Math.max(1, stretches)));
		double perMs = perMillisecond(width, shortest, longest);
		this.positions[0] = left;
		for (int index = 0; index < stretches; index++) {
			double duration = moments[index + 1] - moments[index];
			this.positions[index + 1] = this.positions[index] + within(shortest, duration * perMs, longest);
			if (duration * perMs > longest * 1.2) {
				this.cuts.add(new Cut(this.positions[index], this.positions[index + 1], duration));
			}
		}
	}

	static TimeScale of(List<EventLane> lanes, double left, double width) {
		double[] moments = lanes.stream()
			.flatMap((lane) -> lane.events().stream())
			.flatMapToDouble((event) -> DoubleStream.of(event.startMs(), event.endMs()))
			.sorted()
			.distinct()
			.toArray();
		if (moments.length < 2) {
			double only = (moments.length == 1) ? moments[0] : 0;
			moments = new double[] { only, only + 1 };
		}
		return new TimeScale(thinned(moments), left, width);
	}

	private static double[] thinned(double[] moments) {
		int step = moments.length / MAX_MOMENTS + 1;
		double[] kept = new double[(moments.length - 2) / step + 2];
		for (int index = 0; index < kept.length; index++) {
			kept[index] = moments[Math.min(index * step, moments.length - 1)];
		}
		kept[kept.length - 1] = moments[moments.length - 1];
		return kept;
	}

	private double perMillisecond(double width, double shortest, double longest) {
		double low = 0;
		double high = longest / smallest();
		for (int halving = 0; halving < HALVINGS; halving++) {
			double middle = (low + high) / 2;
			if (total(middle, shortest, longest) > width) {
				high = middle;
			}
			else {
				low = middle;
			}
		}
		return low;
	}

	private double smallest() {
		double smallest = this.moments[1] - this.moments[0];
		for (int index = 1; index < this.moments.length - 1; index++) {
			smallest = Math.min(smallest, this.moments[index + 1] - this.moments[index]);
		}
		return smallest;
	}

	private double total(double perMs, double shortest, double longest) {
		double total = 0;
		for (int index = 0; index < this.moments.length - 1; index++) {
			total += within(shortest, (this.moments[index + 1] - this.moments[index]) * perMs, longest);
		}
		return total;
	}

	private static double within(double least, double value, double most) {
		return Math.max(least, Math.min(value, most));
	}

	/**
	 * Return where a moment is.
	 * @param ms the moment, in milliseconds since the trace began
	 * @return its place; the ends of the scale for moments outside of it
	 */
	double at(double ms) {
		return interpolate(this.moments, this.positions, ms);
	}

	/**
	 * Return the moment at a place.
	 * @param position the place
	 * @return milliseconds since the trace began
	 */
	double momentAt(double position) {
		return interpolate(this.positions, this.moments, position);
	}

	/**
	 * Return the stretches that are shorter than they ought to be.
	 * @return the cuts from left to right
	 */
	List<Cut> cuts() {
		return List.copyOf(this.cuts);
	}

	private static double interpolate(double[] from, double[] to, double value) {
		int found = Arrays.binarySearch(from, value);
		if (found >= 0) {
			return to[found];
		}
		int next = -found - 1;
		if (next == 0) {
			return to[0];
		}
		if (next == from.length) {
			return to[to.length - 1];
		}
		double part = (value - from[next - 1]) / (from[next] - from[next - 1]);
		return to[next - 1] + part * (to[next] - to[next - 1]);
	}

	/**
	 * A stretch in which nothing begins or ends, drawn shorter than it is.
	 *
	 * @param left where it begins
	 * @param right where it ends
	 * @param ms how long it is
	 */
	record Cut(double left, double right, double ms) {
	}

}
