package academy.coldstart.timeline;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as the figure draws it.
 *
 * @param anchor the id of its row in the table
 * @param kind what it is
 * @param name what equal events are called
 * @param labels what it is called itself, the best text first, then shorter ones
 * @param sentence what happened, for people who cannot see the figure
 * @param startMs when it began, in milliseconds since the trace began
 * @param endMs when it ended; not before it began
 * @param chain what its other attempts share with it, or null
 * @param calls whether it stands among the calls, below the life of the environment
 */
record TraceEvent(String anchor, EventKind kind, String name, List<String> labels, String sentence, double startMs,
		double endMs, @Nullable String chain, boolean calls) {

	TraceEvent {
		labels = List.copyOf(labels);
		endMs = Math.max(startMs, endMs);
	}

	/**
	 * Return what equal events share, which may fold into one mark.
	 * @return kind and name
	 */
	String key() {
		return this.kind.id() + ' ' + this.name;
	}

}
