package academy.coldstart.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.coldstart.timeline.EventLane.Kind;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.GraderAction;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.Trace;

/**
 * Sorts what happened in a run into lanes: what the grader did, each execution
 * environment, and what the Lambda service itself called.
 */
final class EventLanes {

	private static final int MAX_SENTENCE = 240;

	private final Map<String, String> sentences;

	private final Map<String, String> names;

	private final double now;

	private final Map<String, List<TraceEvent>> events = new LinkedHashMap<>();

	private final Map<String, EventLane> lanes = new LinkedHashMap<>();

	private EventLanes(Trace trace) {
		List<TimelineRow> rows = TimelineRows.of(trace);
		this.sentences = rows.stream()
			.collect(Collectors.toMap(TimelineRow::anchor, EventLanes::sentence, (first, second) -> first));
		this.names = TimelineRows.environmentNames(trace);
		this.now = end(trace);
	}

	static List<EventLane> of(Trace trace) {
		EventLanes lanes = new EventLanes(trace);
		trace.actions().forEach(lanes::add);
		trace.environments().forEach(lanes::add);
		lanes.addInvocations(trace.invocations());
		trace.calls().forEach(lanes::add);
		return lanes.lanes.entrySet()
			.stream()
			.map((lane) -> new EventLane(lane.getValue().kind(), lane.getValue().title(), lane.getValue().subtitle(),
					Objects.requireNonNull(lanes.events.get(lane.getKey()))))
			.sorted((one, other) -> one.kind().compareTo(other.kind()))
			.toList();
	}

	private void add(GraderAction action) {
		List<String> label = List.of(BriefName.cut(action.text()));
		lane("grader", Kind.GRADER, "What we did", "").add(new TraceEvent(action.id(), EventKind.ACTION,
				label.getFirst(), label, said(action.id()), action.startMs(), action.endMs(), null, false));
	}

	private void add(ExecutionEnvironment environment) {
		String version = environment.version().equals("$LATEST") ? "" : " v" + environment.version();
		List<TraceEvent> lane = lane("environment " + environment.id(), Kind.ENVIRONMENT, name(environment.id()),
				BriefName.of(environment.function()) + version);
		if (!environment.precedesTrace()) {
			lane.add(EnvironmentEvents.init(environment, said(environment.id()), this.now));
		}
		Double end = environment.endMs();
		ExecutionEnvironment.End reason = environment.end();
		if (end != null && reason != null) {
			lane.add(EnvironmentEvents.end(environment, reason, end, said(environment.id() + "-end")));
		}
	}

	private void addInvocations(List<Invocation> invocations) {
		Map<String, Integer> attempts = new HashMap<>();
		for (int index = 0; index < invocations.size(); index++) {
			Invocation invocation = invocations.get(index);
			String anchor = TimelineRows.anchor(index);
			int attempt = attempts.merge(invocation.requestId(), 1, Integer::sum);
			lane("environment " + invocation.environment(), Kind.ENVIRONMENT, name(invocation.environment()), "")
				.add(EnvironmentEvents.of(invocation, anchor, attempt, said(anchor), this.now));
		}
	}

	private void add(AwsCall call) {
		List<TraceEvent> lane = (call.environment() != null)
				? lane("environment " + call.environment(), Kind.ENVIRONMENT, name(call.environment()), "")
				: lane("resource " + call.service() + ' ' + call.resource(), Kind.RESOURCE,
						BriefName.of(Objects.requireNonNullElse(call.resource(), call.operation())),
						BriefName.cut(Words.service(call.service())) + ", by Lambda");
		lane.add(CallEvents.of(call, said(call.id())));
	}

	private List<TraceEvent> lane(String key, Kind kind, String title, String subtitle) {
		this.lanes.computeIfAbsent(key, (absent) -> new EventLane(kind, title, subtitle, List.of()));
		return this.events.computeIfAbsent(key, (absent) -> new ArrayList<>());
	}

	private String name(String environment) {
		return BriefName.cut(this.names.getOrDefault(environment, environment));
	}

	private String said(String anchor) {
		return this.sentences.getOrDefault(anchor, anchor);
	}

	private static String sentence(TimelineRow row) {
		String text = row.environment().equals("–") ? row.what() : row.environment() + ": " + row.what();
		if (row.kind().equals("grader")) {
			text = "we" + text.substring("We".length());
		}
		String resource = row.resource().isEmpty() ? "" : ", " + row.resource();
		String took = row.took().isEmpty() ? "" : ", " + row.took();
		String status = row.status().isEmpty() ? "" : ", " + row.status();
		String error = row.error().isEmpty() ? "" : ", " + row.error();
		String sentence = "At " + row.at() + ", " + text + resource + took + status + error;
		return (sentence.length() > MAX_SENTENCE) ? sentence.substring(0, MAX_SENTENCE) + "…" : sentence;
	}

	private static double end(Trace trace) {
		return Stream.of(trace.calls().stream().map(AwsCall::endMs), trace.invocations().stream().map(EventLanes::last),
				trace.environments().stream().map(EventLanes::last), trace.actions().stream().map(GraderAction::endMs))
			.flatMap((ends) -> ends)
			.reduce(0.0, Math::max);
	}

	private static double last(Invocation invocation) {
		return Objects.requireNonNullElse(invocation.endMs(), invocation.startMs());
	}

	private static double last(ExecutionEnvironment environment) {
		return Objects.requireNonNullElse(environment.endMs(),
				Objects.requireNonNullElse(environment.initEndMs(), environment.initStartMs()));
	}

}
