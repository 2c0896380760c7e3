package academy.coldstart.timeline;

import java.util.List;

/**
 * The patterns that tell kinds of events apart where colors do not.
 */
final class Patterns {

	/** The beginning of the ids of a figure that has its page for itself. */
	static final String PREFIX = "tl-";

	private static final double TILE = 6;

	private static final String RISING = "M-1 1L1 -1M0 6L6 0M5 7L7 5";

	private static final String FALLING = "M-1 5L1 7M0 0L6 6M5 -1L7 1";

	private Patterns() {
	}

	/**
	 * Return what fills a mark of the only figure on a page.
	 * @param kind what the mark stands for
	 * @return a reference to its pattern
	 */
	static String fill(EventKind kind) {
		return fill(PREFIX, kind);
	}

	/**
	 * Return what fills a mark.
	 * @param prefix the beginning of all ids of its figure
	 * @param kind what the mark stands for
	 * @return a reference to its pattern
	 */
	static String fill(String prefix, EventKind kind) {
		return "url(#" + prefix + kind.id() + ")";
	}

	static void write(SvgWriter svg, String prefix, List<EventKind> kinds) {
		svg.open("defs");
		for (EventKind kind : kinds) {
			svg.open("pattern", "id", prefix + kind.id(), "class", kind.id(), "patternUnits", "userSpaceOnUse", "width",
					TILE, "height", TILE);
			svg.empty("rect", "class", isSolid(kind) ? "solid" : "ground", "width", TILE, "height", TILE);
			if (!isSolid(kind)) {
				svg.empty("path", "class", "lines", "d", lines(kind));
			}
			svg.close();
		}
		svg.close();
	}

	private static boolean isSolid(EventKind kind) {
		return lines(kind).isEmpty();
	}

	private static String lines(EventKind kind) {
		return switch (kind) {
			case INVOKE, CALL, ACTION, ENDED -> "";
			case INIT -> RISING;
			case CALL_FAILED -> FALLING;
			case FAILED -> RISING + FALLING;
			case THROTTLE -> "M1 0V6M4 0V6";
			case TIMED_OUT -> "M0 1.5H6M0 4.5H6";
			case RETRY -> "M1 1.5H3M4 4.5H6";
			case DELIVERY -> "M0 3H6";
			case DEAD_LETTER -> "M0 1.5H3M3 4.5H6M0 0.5H3M3 3.5H6M0 2.5H3M3 5.5H6";
			case NO_ANSWER -> "M2 3H3.5";
			case KILLED -> "M0 3H6M3 0V6";
		};
	}

}
