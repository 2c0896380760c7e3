package academy.coldstart.simulator.retry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import academy.coldstart.simulator.Drawing;
import academy.coldstart.simulator.Drawing.Shape;
import academy.coldstart.simulator.TimeAxis;
import academy.coldstart.simulator.Tone;
import academy.coldstart.simulator.Words;

/**
 * Draws a row for each attempt; many are folded.
 */
final class Gantt {

	private static final int FIRST = 7;

	private static final int LAST = 2;

	/** Seconds between two ticks: from a second to two days. */
	private static final List<Long> STEPS = List.of(1L, 2L, 5L, 10L, 15L, 30L, 60L, 120L, 300L, 600L, 900L, 1800L,
			3600L, 7200L, 10_800L, 21_600L, 43_200L, 86_400L, 172_800L);

	private static final double TOP = 12;

	private static final double ROW = 26;

	private static final double BAR = 16;

	private final Story story;

	private final TimeAxis axis;

	private final List<Shape> shapes = new ArrayList<>();

	private double y = TOP;

	Gantt(Story story) {
		this.story = story;
		this.axis = new TimeAxis(150, 900, Math.max(10, story.at()));
	}

	Drawing draw(String alternative) {
		List<Attempt> attempts = this.story.attempts();
		boolean folded = attempts.size() > FIRST + LAST + 1;
		double bottom = TOP + ((folded ? FIRST + LAST + 1 : attempts.size()) + 1) * ROW;
		this.shapes.addAll(this.axis.ticks(TOP, bottom, STEPS, Words::time));
		attempts.subList(0, folded ? FIRST : attempts.size()).forEach(this::row);
		if (folded) {
			fold(attempts.subList(FIRST, attempts.size() - LAST));
			attempts.subList(attempts.size() - LAST, attempts.size()).forEach(this::row);
		}
		end();
		return new Drawing(alternative, 960, (int) bottom + 24, this.shapes, Map.of());
	}

	private void row(Attempt attempt) {
		label("Attempt %,d".formatted(attempt.number()));
		bar(attempt.start(), attempt.end(), attempt.succeeds() ? Tone.GOOD : Tone.BAD, "Attempt %,d at %s: %s"
			.formatted(attempt.number(), Words.time(attempt.start()), attempt.succeeds() ? "succeeds" : "fails"));
		next(attempt.end());
	}

	private void fold(List<Attempt> attempts) {
		label("%,d attempts".formatted(attempts.size()));
		bar(attempts.getFirst().start(), attempts.getLast().end(), Tone.BAD,
				"%,d more attempts that fail".formatted(attempts.size()));
		next(attempts.getLast().end());
	}

	private void end() {
		label("End");
		double x = this.axis.x(this.story.at());
		this.shapes
			.add(new Shape.Bar(x, this.y + 5, 5, BAR, this.story.kept() ? Tone.KEPT : Tone.LOST, this.story.where()));
		boolean right = x < 700;
		this.shapes.add(new Shape.Text(right ? x + 12 : x - 8, this.y + 18, right ? "start" : "end",
				"%s, after %s".formatted(this.story.where(), Words.time(this.story.at()))));
	}

	private void bar(long start, long end, Tone tone, String title) {
		double left = this.axis.x(start);
		double width = Math.max(4, this.axis.x(end) - left);
		this.shapes.add(new Shape.Bar(left, this.y + 5, width, BAR, tone, title));
	}

	// The dashed line is the time until something happens again.
	private void next(long from) {
		double x = this.axis.x(from);
		this.shapes.add(new Shape.Line(x, this.y + 13, x, this.y + ROW, true));
		this.y += ROW;
	}

	private void label(String text) {
		this.shapes.add(new Shape.Text(this.axis.left() - 10, this.y + 18, "end", text));
	}

}
