package academy.coldstart.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * Says below a figure what its marks mean.
 *
 * @param entries kinds and their places, with the upper edge of the legend at zero
 * @param height how high it is
 */
record Legend(List<Entry> entries, double height) {

	private static final double SIZE = 11;

	private static final double SWATCH = 18;

	private static final double LINE = 20;

	private static final double GAP = 18;

	Legend {
		entries = List.copyOf(entries);
	}

	static Legend of(List<EventKind> kinds, double room) {
		List<Entry> entries = new ArrayList<>();
		double x = 0;
		double y = LINE / 2;
		for (EventKind kind : kinds) {
			double width = SWATCH + 6 + TextWidth.of(kind.title(), SIZE);
			if (x + width > room) {
				x = 0;
				y += LINE;
			}
			entries.add(new Entry(kind, new Box(x, y, width, LINE)));
			x += width + GAP;
		}
		return new Legend(entries, y + LINE);
	}

	void write(SvgWriter svg, double top) {
		for (Entry entry : this.entries) {
			Box box = entry.box().down(top);
			svg.open("g", "class", "mark " + entry.kind().id());
			svg.empty("rect", "x", box.x(), "y", box.y() + 4, "width", SWATCH, "height", 12, "rx", 2, "fill",
					Patterns.fill(entry.kind()));
			svg.text("text", entry.kind().title(), "class", "label", "x", box.x() + SWATCH + 6, "y", box.y() + 14);
			svg.close();
		}
	}

	/**
	 * A kind of events.
	 *
	 * @param kind the kind
	 * @param box its place
	 */
	record Entry(EventKind kind, Box box) {
	}

}
