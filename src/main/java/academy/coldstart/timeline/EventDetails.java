package academy.coldstart.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import academy.coldstart.timeline.EventDetail.Fact;
import academy.coldstart.timeline.EventDetail.Related;
import academy.coldstart.timeline.EventDetail.Text;
import academy.coldstart.timeline.Figure.Mark;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.GraderAction;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.LogLine;
import academy.coldstart.trace.Trace;
import academy.coldstart.ui.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Describes the marks of a figure. Bodies and log lines are bounded, each and all
 * together: downloads have them whole.
 */
final class EventDetails {

	private static final int MAX_TEXT = 700;

	private static final int MAX_TEXTS = 60_000;

	private static final int MAX_LOG_LINES = 12;

	private final Trace trace;

	private final Map<String, Supplier<EventDetail>> known = new HashMap<>();

	private final Map<String, TimelineRow> rows;

	private int left = MAX_TEXTS;

	private EventDetails(Trace trace) {
		this.trace = trace;
		this.rows = TimelineRows.of(trace)
			.stream()
			.collect(Collectors.toMap(TimelineRow::anchor, (row) -> row, (first, second) -> first));
	}

	static List<EventDetail> of(Trace trace, Figure figure) {
		EventDetails details = new EventDetails(trace);
		trace.actions().forEach((action) -> details.known.put(action.id(), () -> details.action(action)));
		trace.environments().forEach((environment) -> {
			details.known.put(environment.id(), () -> details.environment(environment, true));
			details.known.put(environment.id() + "-end", () -> details.environment(environment, false));
		});
		for (int index = 0; index < trace.invocations().size(); index++) {
			Invocation invocation = trace.invocations().get(index);
			String anchor = TimelineRows.anchor(index);
			details.known.put(anchor, () -> details.invocation(invocation, anchor));
		}
		trace.calls().forEach((call) -> details.known.put(call.id(), () -> details.call(call)));
		return figure.marks().stream().map(details::of).toList();
	}

	private EventDetail of(Mark mark) {
		String first = mark.events().getFirst();
		if (mark.events().size() > 1) {
			return new EventDetail(first, mark.sentence(), true, List.of(), List.of(), related(mark.events()));
		}
		EventDetail detail = Objects.requireNonNull(this.known.get(first)).get();
		return new EventDetail(first, mark.sentence(), false, detail.facts(), bounded(detail.texts()),
				detail.related());
	}

	private List<Related> related(List<String> anchors) {
		return anchors.stream().limit(EventDetail.MAX_RELATED).map((anchor) -> {
			TimelineRow row = this.rows.get(anchor);
			return new Related(anchor, (row != null) ? row.at() + " " + VisibleText.line(row.what()) : anchor);
		}).toList();
	}

	private List<Text> bounded(List<Text> texts) {
		List<Text> bounded = new ArrayList<>();
		for (Text text : texts) {
			if (text.text().length() <= this.left) {
				this.left -= text.text().length();
				bounded.add(text);
			}
			else {
				bounded.add(new Text(text.name(), "Only trace.json has this: there is much in this run."));
			}
		}
		return bounded;
	}

	private EventDetail action(GraderAction action) {
		return detail(action.id(), Fact.present(Fact.of("Began", Milliseconds.at(action.startMs())),
				Fact.of("Took", Milliseconds.took(action.startMs(), action.endMs())), Fact.of("Check", action.check())),
				List.of(), List.of());
	}

	private EventDetail environment(ExecutionEnvironment environment, boolean withLogs) {
		List<Fact> facts = Fact.present(Fact.of("Function", environment.function()),
				Fact.of("Version", environment.version()), Fact.of("Runtime", environment.runtime()),
				Fact.of("Memory", environment.memoryMb() + " MB"),
				Fact.of("Init phase", Milliseconds.took(environment.initStartMs(), environment.initEndMs())),
				Fact.of("Ended", (environment.end() != null) ? Words.of(environment.end()) : "still ready"));
		return detail(environment.id(), facts, withLogs ? logs(environment.id(), null, 0, Double.MAX_VALUE) : List.of(),
				List.of());
	}

	private EventDetail invocation(Invocation invocation, String anchor) {
		double end = (invocation.endMs() != null) ? invocation.endMs() : Double.MAX_VALUE;
		List<Fact> facts = Fact.present(Fact.of("Request id", invocation.requestId()),
				Fact.of("Function", invocation.functionArn()),
				Fact.of("Environment", invocation.coldStart() ? "new: a cold start" : "used before"),
				Fact.of("Duration", milliseconds(invocation.durationMs())),
				Fact.of("Billed", milliseconds(invocation.billedMs())),
				Fact.of("Init phase", milliseconds(invocation.initMs())),
				Fact.of("Memory used", (invocation.maxMemoryMb() != null) ? invocation.maxMemoryMb() + " MB" : null),
				Fact.of("Outcome", Words.of(invocation.outcome())), Fact.of("Error", invocation.errorType()));
		List<Text> texts = new ArrayList<>();
		texts.add(text("Event", invocation.event()));
		texts.add(text("Response", (invocation.response() != null) ? invocation.response() : Body.empty()));
		texts.addAll(logs(invocation.environment(), invocation.requestId(), invocation.startMs() - 1, end + 50));
		List<String> calls = this.rows.values()
			.stream()
			.filter((row) -> row.invocation().equals(anchor) && row.kind().equals("call"))
			.sorted(Comparator.comparingDouble(TimelineRow::atMs))
			.map(TimelineRow::anchor)
			.toList();
		return detail(anchor, facts, texts, related(calls));
	}

	private EventDetail call(AwsCall call) {
		TimelineRow row = this.rows.get(call.id());
		List<Fact> facts = Fact.present(Fact.of("Resource", call.resource()),
				Fact.of("Took", Milliseconds.took(call.startMs(), call.endMs())), Fact.of("Status", Words.of(call)),
				Fact.of("Error", call.errorCode()), Fact.of("Message", call.errorMessage()),
				Fact.of("Attempt", (call.attempt() > 1) ? call.attempt() : null),
				Fact.of("Request id", call.invocation()), Fact.of("Connection", call.connection()),
				Fact.of("In your code", call.frame()));
		List<String> invocation = (row != null && !row.invocation().isEmpty()) ? List.of(row.invocation()) : List.of();
		return detail(call.id(), facts, List.of(text("Request", call.request()), text("Response", call.response())),
				related(invocation));
	}

	private static EventDetail detail(String anchor, List<Fact> facts, List<Text> texts, List<Related> related) {
		return new EventDetail(anchor, "", false, facts,
				texts.stream().filter((text) -> !text.text().isEmpty()).toList(), related);
	}

	private List<Text> logs(String environment, @Nullable String request, double from, double to) {
		List<LogLine> lines = this.trace.logs()
			.stream()
			.filter((line) -> line.environment().equals(environment))
			.filter((line) -> Objects.equals(request, line.invocation()))
			.filter((line) -> line.atMs() >= from && line.atMs() <= to)
			.limit(MAX_LOG_LINES + 1L)
			.toList();
		String text = lines.stream()
			.limit(MAX_LOG_LINES)
			.map((line) -> cut(line.text()))
			.collect(Collectors.joining("\n"));
		return lines.isEmpty() ? List.of()
				: List.of(new Text("Logs", (lines.size() > MAX_LOG_LINES) ? text + "\n… more below" : text));
	}

	private static @Nullable String milliseconds(@Nullable Number value) {
		return (value != null) ? SvgWriter.number(value.doubleValue()) + " ms" : null;
	}

	private static Text text(String name, Body body) {
		String text = body.text();
		String kept = (text != null) ? cut(text) : body.bytes() + " bytes that are not text";
		boolean cut = body.truncated() || (text != null && text.length() > MAX_TEXT);
		return new Text(name + ", " + body.bytes() + " bytes" + (cut ? ", the beginning" : ""), kept);
	}

	private static String cut(String text) {
		return VisibleText.of(text.substring(0, Math.min(text.length(), MAX_TEXT)));
	}

}
