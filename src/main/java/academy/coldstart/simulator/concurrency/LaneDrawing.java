package academy.coldstart.simulator.concurrency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import academy.coldstart.simulator.Drawing;
import academy.coldstart.simulator.Drawing.Shape;
import academy.coldstart.simulator.TimeAxis;
import academy.coldstart.simulator.Tone;
import academy.coldstart.simulator.Words;
import academy.coldstart.simulator.concurrency.Environment.Span;
import org.jspecify.annotations.Nullable;

/**
 * Draws a lane for each environment, and below them how many requests were throttled.
 */
final class LaneDrawing {

	private static final int LANES = 24;

	private static final double TOP = 12;

	private static final double LANE = 14;

	private static final double BAR = 10;

	/** Bars that are closer, or narrower, than this are drawn as one. */
	private static final double FINEST = 3;

	private static final TimeAxis AXIS = new TimeAxis(110, 944, Load.SECONDS * 1_000_000L);

	private final Fleet fleet;

	private final Tally tally;

	private final List<Shape> shapes = new ArrayList<>();

	LaneDrawing(Fleet fleet, Tally tally) {
		this.fleet = fleet;
		this.tally = tally;
	}

	Drawing draw(String alternative) {
		int drawn = Math.min(LANES, this.fleet.environments().size());
		double bottom = TOP + (drawn + 2) * LANE;
		this.shapes.addAll(AXIS.ticks(TOP, bottom, List.of(5_000_000L), (time) -> time / 1_000_000 + " s"));
		for (int lane = 0; lane < drawn; lane++) {
			lane(lane, this.fleet.environments().get(lane));
		}
		double y = TOP + drawn * LANE;
		int more = this.fleet.environments().size() - drawn;
		if (more > 0) {
			label(y, "and %,d more".formatted(more));
		}
		throttles(y + LANE);
		return new Drawing(alternative, 960, (int) bottom + 24, this.shapes,
				Map.of(Tone.RUN, "handler runs; what is close is one bar", Tone.REFUSED, "throttled"));
	}

	private void lane(int number, Environment environment) {
		double y = TOP + number * LANE;
		label(y, (environment.isProvisioned() ? "Provisioned " : "Environment ") + (number + 1));
		Span open = null;
		for (Span span : environment.spans()) {
			if (span.start() >= AXIS.end()) {
				break;
			}
			if (open != null && open.init() == span.init() && AXIS.x(span.start()) - AXIS.x(open.end()) < FINEST) {
				open = new Span(open.start(), span.end(), open.init());
			}
			else {
				bar(y, open);
				open = span;
			}
		}
		bar(y, open);
	}

	private void bar(double y, @Nullable Span span) {
		if (span == null) {
			return;
		}
		double left = AXIS.x(span.start());
		double width = Math.max(FINEST, AXIS.x(Math.min(span.end(), AXIS.end())) - left);
		this.shapes.add(new Shape.Bar(left, y + 2, width, BAR, span.init() ? Tone.INIT : Tone.RUN, "%s, %,d to %,d ms"
			.formatted(span.init() ? "Init" : "Handler", span.start() / 1000, span.end() / 1000)));
	}

	private void throttles(double y) {
		label(y, "Throttled");
		for (int second = 0; second < Load.SECONDS; second++) {
			long start = second * 1_000_000L;
			long count = this.tally.within(start, start + 1_000_000L).throttled();
			if (count > 0) {
				this.shapes.add(new Shape.Bar(AXIS.x(start), y + 2, AXIS.x(1_000_000L) - AXIS.x(0) - 1, BAR,
						Tone.REFUSED, Words.count(count, "request", "requests") + " throttled"));
			}
		}
	}

	private void label(double y, String text) {
		this.shapes.add(new Shape.Text(AXIS.left() - 8, y + BAR, "end", text));
	}

}
