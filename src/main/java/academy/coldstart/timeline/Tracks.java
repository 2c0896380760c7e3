package academy.coldstart.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Puts the events of a lane into tracks, so that none covers another. Equal events that
 * would touch are folded, and so is whatever finds no room.
 */
final class Tracks {

	/** A mark is at least so wide. */
	private static final double NARROWEST = 4;

	/** A mark may be drawn so much later than it was. */
	private static final double NUDGE = 3;

	private final TimeScale scale;

	private final int most;

	private final double near;

	private final List<List<Slot>> tracks = new ArrayList<>();

	private Tracks(TimeScale scale, int most, double near) {
		this.scale = scale;
		this.most = most;
		this.near = near;
	}

	/**
	 * Lay events out.
	 * @param events the events by time
	 * @param scale where moments are
	 * @param most how many tracks there may be
	 * @param near how near equal events may be before they fold, in pixels
	 * @return the tracks, each from left to right
	 */
	static List<List<Slot>> of(List<TraceEvent> events, TimeScale scale, int most, double near) {
		Tracks tracks = new Tracks(scale, most, near);
		events.forEach(tracks::add);
		return tracks.tracks;
	}

	private void add(TraceEvent event) {
		double left = this.scale.at(event.startMs());
		Slot slot = new Slot(event, left, Math.max(this.scale.at(event.endMs()), left + NARROWEST));
		OptionalInt equal = find((last) -> last.isEqualTo(slot) && left - last.right() < this.near);
		OptionalInt room = find((last) -> left - last.right() >= roomNeeded());
		if (equal.isPresent()) {
			this.tracks.get(equal.getAsInt()).getLast().fold(slot);
		}
		else if (room.isPresent()) {
			append(this.tracks.get(room.getAsInt()), event, slot);
		}
		else if (this.tracks.size() < this.most) {
			this.tracks.add(new ArrayList<>(List.of(slot)));
		}
		else {
			earliest().getLast().fold(slot);
		}
	}

	private double roomNeeded() {
		// Where there is too much, unequal neighbors have to keep a distance as well.
		return (this.near > FigureLayout.TOUCHING) ? this.near / 2 : -NUDGE;
	}

	private OptionalInt find(Predicate<Slot> condition) {
		return IntStream.range(0, this.tracks.size())
			.filter((index) -> condition.test(this.tracks.get(index).getLast()))
			.findFirst();
	}

	private List<Slot> earliest() {
		return this.tracks.stream()
			.reduce((one, other) -> (other.getLast().right() < one.getLast().right()) ? other : one)
			.orElseThrow();
	}

	private static void append(List<Slot> track, TraceEvent event, Slot slot) {
		double left = Math.max(slot.left(), track.getLast().right());
		track.add(new Slot(event, left, Math.max(slot.right(), left + NARROWEST)));
	}

}
