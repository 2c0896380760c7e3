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
	 * Draw ticks with their times, some fewer than ten.
	 * @param top where the grid starts
	 * @param bottom where the grid ends; the times stand below
	 * @param words writes a time
	 * @return the shapes
	 */
	public List<Shape> ticks(double top, double bottom, LongFunction<String> words) {
		List<Shape> shapes = new ArrayList<>();
		long step = step();
		for (long time = 0; time <= this.end; time += step) {
			shapes.add(new Shape.Line(x(time), top, x(time), bottom, false));
			shapes.add(new Shape.Text(x(time), bottom + 16, "middle", words.apply(time)));
		}
		return shapes;
	}

	// 1, 2 or 5 times a power of ten.
	private long step() {
		long power = 1;
		while (true) {
			for (long factor : List.of(1L, 2L, 5L)) {
				if (this.end / (factor * power) < 8) {
					return factor * power;
				}
			}
			power *= 10;
		}
	}

}
