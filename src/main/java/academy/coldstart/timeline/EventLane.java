package academy.coldstart.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The events of one lane.
 *
 * @param kind what the lane stands for
 * @param title its head
 * @param subtitle the line below its head
 * @param events its events by time
 */
record EventLane(Kind kind, String title, String subtitle, List<TraceEvent> events) {

	EventLane {
		events = events.stream()
			.sorted(Comparator.comparingDouble(TraceEvent::startMs).thenComparing(TraceEvent::anchor))
			.toList();
	}

	/**
	 * Return what alike lanes share: function and version, and which kinds of events
	 * follow on one another, however often.
	 * @return the signature
	 */
	String signature() {
		return this.subtitle + this.events.stream().map(TraceEvent::key).distinct().sorted().toList();
	}

	static EventLane merged(String title, List<EventLane> lanes) {
		String subtitles = lanes.stream()
			.map(EventLane::subtitle)
			.distinct()
			.limit(2)
			.collect(Collectors.joining(", "));
		Stream<TraceEvent> events = lanes.stream().flatMap((lane) -> lane.events().stream());
		return new EventLane(lanes.getFirst().kind(), title, subtitles, events.toList());
	}

	/**
	 * What a lane stands for.
	 */
	enum Kind {

		/** The grader. */
		GRADER,

		/** An execution environment, or several alike. */
		ENVIRONMENT,

		/** A queue, topic or service that the Lambda service called. */
		RESOURCE

	}

}
