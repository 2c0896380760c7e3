package academy.coldstart.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import academy.coldstart.timeline.Figure.Cut;
import academy.coldstart.timeline.Figure.Label;
import academy.coldstart.timeline.Figure.Tick;

/**
 * Names times above the lanes: round ones on their line, and below them how long the
 * stretches are that were cut.
 */
final class TimeAxis {

	/** How high the axis is. */
	static final double HEIGHT = 36;

	private static final double SIZE = 11;

	private static final double APART = 70;

	private static final double LINE = 16;

	private TimeAxis() {
	}

	static List<Tick> ticks(TimeScale scale) {
		List<Double> times = new ArrayList<>();
		double finest = Double.MAX_VALUE;
		double x = FigureLayout.PLOT_LEFT;
		while (x < FigureLayout.WIDTH - APART) {
			double step = roundStep(scale.momentAt(x + APART) - scale.momentAt(x));
			double time = Math.ceil(scale.momentAt(x) / step) * step;
			double at = scale.at(time);
			if (at >= x && at < FigureLayout.WIDTH - APART && !isInCut(scale, at)) {
				times.add(time);
				finest = Math.min(finest, step);
				x = at + APART;
			}
			else {
				x += APART / 4;
			}
		}
		String format = "%." + decimals(finest) + "f s";
		return times.stream()
			.map((time) -> tick(scale.at(time), String.format(Locale.ROOT, format, time / 1000)))
			.toList();
	}

	private static Tick tick(double x, String text) {
		return new Tick(x, new Label(text, new Box(x, 2, TextWidth.of(text, SIZE), LINE), false));
	}

	static List<Cut> cuts(TimeScale scale) {
		return scale.cuts().stream().map((cut) -> {
			String text = "+" + duration(cut.ms());
			double width = TextWidth.of(text, SIZE);
			double room = cut.right() - cut.left();
			double x = cut.left() + (room - width) / 2;
			return new Cut(cut.left(), cut.right(),
					new Label((width <= room) ? text : "", new Box(x, LINE + 2, width, LINE), false));
		}).toList();
	}

	private static boolean isInCut(TimeScale scale, double at) {
		return scale.cuts().stream().anyMatch((cut) -> at > cut.left() + 1 && at < cut.right() - 1);
	}

	private static double roundStep(double ms) {
		double step = 1;
		while (step < 1e9) {
			for (double factor : new double[] { 1, 2, 5 }) {
				if (step * factor >= ms / 2) {
					return step * factor;
				}
			}
			step *= 10;
		}
		return step;
	}

	private static int decimals(double step) {
		return (step >= 1000) ? 0 : (step >= 100) ? 1 : (step >= 10) ? 2 : 3;
	}

	private static String duration(double ms) {
		return String.format(Locale.ROOT, (ms >= 950) ? "%.1f s" : "%.0f ms", (ms >= 950) ? ms / 1000 : ms);
	}

}
