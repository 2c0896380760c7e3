package academy.coldstart.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

import academy.coldstart.timeline.Figure.Label;

/**
 * Places the labels of a track above its marks. What went wrong comes first; what finds
 * no room is left out.
 */
final class LabelStrip {

	/** The size of labels in pixels. */
	static final double SIZE = 11;

	/** How high a strip is. */
	static final double HEIGHT = 14;

	private static final double GAP = 5;

	/** Bold letters are so much wider. */
	private static final double BOLD = 1.08;

	/** Texts that are cut keep at least so much. */
	private static final double LEAST_ROOM = 64;

	private final double from;

	private final double to;

	private final List<Label> placed = new ArrayList<>();

	private final List<Slot> left = new ArrayList<>();

	private LabelStrip(double from, double to) {
		this.from = from;
		this.to = to;
	}

	/**
	 * Place labels.
	 * @param track the marks from left to right
	 * @param important which marks come first
	 * @param from where the plot begins
	 * @param to where it ends
	 * @return the strip
	 */
	static LabelStrip of(List<Slot> track, Predicate<Slot> important, double from, double to) {
		LabelStrip strip = new LabelStrip(from, to);
		List<Integer> order = new ArrayList<>();
		for (int index = 0; index < track.size(); index++) {
			order.add(index);
		}
		order.sort(Comparator.comparing((Integer index) -> !important.test(track.get(index))));
		for (int index : order) {
			double next = (index + 1 < track.size()) ? track.get(index + 1).left() : to;
			strip.place(track.get(index), next - track.get(index).left());
		}
		strip.left.sort(Comparator.comparingDouble(Slot::left));
		strip.placed.sort(Comparator.comparingDouble((label) -> label.box().x()));
		return strip;
	}

	boolean isEmpty() {
		return this.placed.isEmpty();
	}

	/**
	 * Return the labels.
	 * @param y the upper edge of the strip
	 * @return the labels from left to right
	 */
	List<Label> at(double y) {
		return this.placed.stream().map((label) -> new Label(label.text(), label.box().down(y), label.bad())).toList();
	}

	/**
	 * Return the marks that found no room.
	 * @return the marks from left to right
	 */
	List<Slot> left() {
		return List.copyOf(this.left);
	}

	private void place(Slot slot, double own) {
		List<String> texts = new ArrayList<>(slot.labels());
		if (slot.kind() == EventKind.ACTION) {
			texts.addFirst(TextWidth.fitted(texts.getFirst(), SIZE, Math.max(own - GAP, LEAST_ROOM)));
		}
		for (String text : texts) {
			if (TextWidth.of(text, SIZE) <= own - GAP && tryAt(slot, text)) {
				return;
			}
		}
		if (texts.reversed().stream().noneMatch((text) -> tryAt(slot, text))) {
			this.left.add(slot);
		}
	}

	private boolean tryAt(Slot slot, String text) {
		boolean bad = slot.kind().isBad() && slot.kind() != EventKind.ACTION;
		double width = TextWidth.of(text, SIZE) * (bad ? BOLD : 1);
		Box box = new Box(Math.max(this.from, Math.min(slot.left(), this.to - width)), 0, width + GAP, HEIGHT);
		if (text.isEmpty() || box.x() + width > this.to
				|| this.placed.stream().anyMatch((label) -> label.box().overlaps(box))) {
			return false;
		}
		this.placed.add(new Label(text, box, bad));
		return true;
	}

}
