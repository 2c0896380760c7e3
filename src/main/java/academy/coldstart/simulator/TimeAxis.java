package academy.coldstart.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

import academy.coldstart.simulator.Drawing.Shape;

/**
 * Places times between two edges of a drawing.
 *
 * @param left where time zero is
 * @param right where the end is
 * @param end the last time, above zero
 */
public record TimeAxis(double left, double right, long end) {

	/**
	 * Return where a time is.
	 * @param time from zero to the end
	 * @return its place
	 */
	public double x(long time) {
		return this.left + (this.right - this.left) * time / this.end;
	}

	/**
	 * Draw ticks with their times, fewer than ten.
	 * @param top where the grid starts
	 * @param bottom where the grid ends; the times stand below
	 * @param steps distances that are easy to read, in order
	 * @param words writes a time
	 * @return the shapes
	 */
	public List<Shape> ticks(double top, double bottom, List<Long> steps, LongFunction<String> words) {
		List<Shape> shapes = new ArrayList<>();
		long step = steps.stream().filter((each) -> this.end / each < 8).findFirst().orElse(this.end);
		for (long time = 0; time <= this.end; time += step) {
			shapes.add(new Shape.Line(x(time), top, x(time), bottom, false));
			shapes.add(new Shape.Text(x(time), bottom + 16, "middle", words.apply(time)));
		}
		return shapes;
	}

}
