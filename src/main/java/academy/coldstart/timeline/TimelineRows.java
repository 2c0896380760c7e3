package academy.coldstart.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.GraderAction;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.Trace;
import academy.coldstart.ui.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Makes the timeline of a run: what the grader did, the execution environments, their
 * invocations and every AWS call, by time.
 */
public final class TimelineRows {

	private static final String NOBODY = "–";

	private final Map<String, String> environments = new HashMap<>();

	private final List<TimelineRow> rows = new ArrayList<>();

	private final List<Invocation> invocations;

	/** The places of the invocations, by environment and request id. */
	private final Map<String, List<Integer>> attempts = new HashMap<>();

	private TimelineRows(Trace trace) {
		this.invocations = trace.invocations();
		for (int index = 0; index < this.invocations.size(); index++) {
			Invocation invocation = this.invocations.get(index);
			this.attempts
				.computeIfAbsent(invocation.environment() + " " + invocation.requestId(), (key) -> new ArrayList<>())
				.add(index);
		}
		trace.environments()
			.forEach((environment) -> this.environments.put(environment.id(), "Env " + (this.environments.size() + 1)));
	}

	/**
	 * Make the rows.
	 * @param trace what happened
	 * @return the rows by time
	 */
	public static List<TimelineRow> of(Trace trace) {
		TimelineRows timeline = new TimelineRows(trace);
		trace.actions().forEach(timeline::add);
		trace.environments().forEach(timeline::add);
		for (int index = 0; index < trace.invocations().size(); index++) {
			timeline.add(trace.invocations().get(index), index);
		}
		trace.calls().forEach(timeline::add);
		timeline.rows.sort(Comparator.comparingDouble(TimelineRow::atMs));
		return List.copyOf(timeline.rows);
	}

	/**
	 * Return the names that environments have on pages, by id.
	 * @param trace the trace
	 * @return such as {@code Env 1}
	 */
	static Map<String, String> environmentNames(Trace trace) {
		return Map.copyOf(new TimelineRows(trace).environments);
	}

	/**
	 * Return the id that an invocation has in the page.
	 * @param index its place in the trace, from 0
	 * @return such as {@code i1}
	 */
	public static String anchor(int index) {
		return "i" + (index + 1);
	}

	/**
	 * Return what a call is called, wherever and whenever it was made.
	 * @param call the call
	 * @return service and operation, such as {@code DynamoDB PutItem}
	 */
	public static String operation(AwsCall call) {
		return VisibleText.line(Words.service(call.service()) + " " + call.operation());
	}

	private void add(GraderAction action) {
		this.rows.add(new TimelineRow(action.id(), action.startMs(), Milliseconds.at(action.startMs()),
				Milliseconds.took(action.startMs(), action.endMs()), "grader", NOBODY, "We " + action.text(), "", "",
				"", false, "", false));
	}

	private void add(ExecutionEnvironment environment) {
		String name = environment(environment.id());
		if (!environment.precedesTrace()) {
			addStart(environment, name);
		}
		Double end = environment.endMs();
		ExecutionEnvironment.End reason = environment.end();
		if (end != null && reason != null) {
			this.rows.add(new TimelineRow(environment.id() + "-end", end, Milliseconds.at(end), "", "environment", name,
					"Environment ended", environment.function(), Words.of(reason), "",
					reason != ExecutionEnvironment.End.SHUT_DOWN && reason != ExecutionEnvironment.End.KILLED, "",
					false));
		}
	}

	private void addStart(ExecutionEnvironment environment, String name) {
		double start = environment.initStartMs();
		String runtime = Objects.requireNonNullElse(environment.runtimeVersion(), environment.runtime());
		this.rows.add(new TimelineRow(environment.id(), start, Milliseconds.at(start),
				Milliseconds.took(start, environment.initEndMs()), "environment", name,
				"Cold start: Init phase on " + runtime + ", " + environment.memoryMb() + " MB", environment.function(),
				(environment.initEndMs() != null) ? "ready" : "never ready", "", environment.initEndMs() == null, "",
				false));
	}

	private void add(Invocation invocation, int index) {
		String start = invocation.coldStart() ? "Invocation, first in its environment" : "Invocation";
		Invocation.Outcome outcome = invocation.outcome();
		this.rows.add(new TimelineRow(anchor(index), invocation.startMs(), Milliseconds.at(invocation.startMs()),
				Milliseconds.took(invocation.startMs(), invocation.endMs()), "invocation",
				environment(invocation.environment()), start + billing(invocation), function(invocation.functionArn()),
				Words.of(outcome), text(invocation.errorType()), outcome != Invocation.Outcome.SUCCEEDED, anchor(index),
				false));
	}

	private void add(AwsCall call) {
		String attempt = (call.attempt() > 1) ? ", attempt " + call.attempt() : "";
		this.rows.add(new TimelineRow(call.id(), call.startMs(), Milliseconds.at(call.startMs()),
				Milliseconds.took(call.startMs(), call.endMs()), "call",
				(call.phase() == Phase.ENGINE) ? NOBODY : environment(call.environment()),
				operation(call) + attempt + Words.of(call.phase()), text(call.resource()), Words.of(call),
				text(call.errorCode()), !call.succeeded(), invocation(call), false));
	}

	private String invocation(AwsCall call) {
		// The engine repeats a request id when it retries: the attempt that had begun
		// made the call.
		int found = -1;
		for (int index : this.attempts.getOrDefault(call.environment() + " " + call.invocation(), List.of())) {
			if (found < 0 || this.invocations.get(index).startMs() <= call.startMs()) {
				found = index;
			}
		}
		return (found >= 0) ? anchor(found) : "";
	}

	private String environment(@Nullable String id) {
		return (id != null) ? this.environments.getOrDefault(id, id) : NOBODY;
	}

	private static String billing(Invocation invocation) {
		StringBuilder text = new StringBuilder();
		if (invocation.billedMs() != null) {
			text.append(", billed ").append(invocation.billedMs()).append(" ms");
		}
		if (invocation.maxMemoryMb() != null) {
			text.append(", ").append(invocation.maxMemoryMb()).append(" MB used");
		}
		return text.toString();
	}

	private static String function(String arn) {
		int name = arn.indexOf(":function:");
		return (name >= 0) ? arn.substring(name + ":function:".length()) : arn;
	}

	private static String text(@Nullable String text) {
		return (text != null) ? VisibleText.line(text) : "";
	}

}
