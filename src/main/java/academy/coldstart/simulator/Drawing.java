package academy.coldstart.simulator;

import java.util.List;
import java.util.Map;

/**
 * A figure made of few kinds of shapes.
 *
 * @param alternative what it shows, in a sentence
 * @param width its width in pixels at full size
 * @param height its height in pixels at full size
 * @param shapes its shapes, those in front last
 * @param words what tones stand for in this figure, where that is something special
 */
public record Drawing(String alternative, int width, int height, List<Shape> shapes, Map<Tone, String> words) {

	public Drawing {
		shapes = List.copyOf(shapes);
		words = Map.copyOf(words);
	}

	/**
	 * Return what its bars stand for, for the legend.
	 * @return each tone once, with its words
	 */
	public List<Entry> legend() {
		return tones().stream().map((tone) -> new Entry(tone, this.words.getOrDefault(tone, tone.word()))).toList();
	}

	private List<Tone> tones() {
		return this.shapes.stream()
			.filter(Shape.Bar.class::isInstance)
			.map((shape) -> ((Shape.Bar) shape).tone())
			.distinct()
			.sorted()
			.toList();
	}

	/**
	 * An entry of the legend.
	 *
	 * @param tone the tone
	 * @param word what it stands for
	 */
	public record Entry(Tone tone, String word) {
	}

	/**
	 * A shape.
	 */
	public sealed interface Shape {

		/**
		 * Return which kind it is.
		 * @return the name of the kind in the template
		 */
		String kind();

		/**
		 * A bar.
		 *
		 * @param x its left edge
		 * @param y its upper edge
		 * @param width its width
		 * @param height its height
		 * @param tone what it stands for
		 * @param title what it says when somebody points at it
		 */
		record Bar(double x, double y, double width, double height, Tone tone, String title) implements Shape {

			@Override
			public String kind() {
				return "bar";
			}

		}

		/**
		 * A text.
		 *
		 * @param x where it is anchored
		 * @param y its baseline
		 * @param anchor {@code start}, {@code middle} or {@code end}
		 * @param text the text
		 */
		record Text(double x, double y, String anchor, String text) implements Shape {

			@Override
			public String kind() {
				return "text";
			}

		}

		/**
		 * A straight line.
		 *
		 * @param x1 where it starts
		 * @param y1 where it starts
		 * @param x2 where it ends
		 * @param y2 where it ends
		 * @param dashed whether it stands for waiting
		 */
		record Line(double x1, double y1, double x2, double y2, boolean dashed) implements Shape {

			@Override
			public String kind() {
				return "line";
			}

		}

	}

}
