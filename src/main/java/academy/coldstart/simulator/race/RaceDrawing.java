package academy.coldstart.simulator.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import academy.coldstart.simulator.Drawing;
import academy.coldstart.simulator.Drawing.Shape;
import academy.coldstart.simulator.Tone;

/**
 * Draws the steps of both deliveries in their order, with the record and the charges
 * below.
 */
final class RaceDrawing {

	private static final Map<Tone, String> WORDS = Map.of(Tone.RUN, "goes on", Tone.GOOD, "done", Tone.BAD,
			"is killed, or the customer pays again", Tone.REFUSED, "stops");

	private static final double LEFT = 90;

	private static final double COLUMN = 72;

	private static final double ROW = 54;

	private static final double TOP = 10;

	private final List<Moment> moments;

	private final List<Shape> shapes = new ArrayList<>();

	RaceDrawing(List<Moment> moments) {
		this.moments = moments;
	}

	Drawing draw(String alternative) {
		List<String> rows = List.of("Delivery A", "Delivery B", "Record", "Charges");
		double right = LEFT + Math.max(12, this.moments.size()) * COLUMN;
		for (int row = 0; row < rows.size(); row++) {
			double y = TOP + row * ROW;
			this.shapes.add(new Shape.Text(LEFT - 8, y + 26, "end", rows.get(row)));
			this.shapes.add(new Shape.Line(LEFT, y + ROW - 5, right, y + ROW - 5, false));
		}
		for (int column = 0; column < this.moments.size(); column++) {
			column(LEFT + column * COLUMN, this.moments.get(column));
		}
		return new Drawing(alternative, (int) right + 8, (int) (TOP + rows.size() * ROW), this.shapes, WORDS);
	}

	private void column(double x, Moment moment) {
		double y = moment.worker().startsWith("A") ? TOP : TOP + ROW;
		String title = moment.worker() + ": " + moment.what()
				+ (moment.note().isEmpty() ? "" : " (" + moment.note() + ")");
		this.shapes.add(new Shape.Bar(x + 2, y + 4, COLUMN - 6, 20, tone(moment.tone()), title));
		String[] words = moment.what().split("[ ,:]+", 2);
		this.shapes.add(text(x, y + 36, words[0]));
		if (words.length > 1) {
			this.shapes.add(text(x, y + 47, words[1]));
		}
		String[] record = moment.record().split(" ", 2);
		this.shapes.add(text(x, TOP + 2 * ROW + 20, record[0]));
		if (record.length > 1) {
			this.shapes.add(text(x, TOP + 2 * ROW + 33, record[1]));
		}
		this.shapes.add(text(x, TOP + 3 * ROW + 26, Integer.toString(moment.charges())));
	}

	private static Shape text(double x, double y, String text) {
		return new Shape.Text(x + COLUMN / 2 - 1, y, "middle", text);
	}

	private static Tone tone(Moment.Mood mood) {
		return switch (mood) {
			case GOES_ON -> Tone.RUN;
			case DONE -> Tone.GOOD;
			case STOPS -> Tone.REFUSED;
			case PAYS_AGAIN, KILLED -> Tone.BAD;
		};
	}

}
