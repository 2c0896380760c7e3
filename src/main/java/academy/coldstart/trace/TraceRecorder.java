package academy.coldstart.trace;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Collects the trace of one grading run. Safe for use by many threads: the environment
 * host, the recording proxy and the grader write to it at once.
 */
public final class TraceRecorder {

	/** How many log lines and calls are kept at most; later ones are counted only. */
	private static final int MAX_ENTRIES = 20_000;

	private final long seed;

	private final AccountId account;

	private final Instant startedAt;

	private final long startNanos = System.nanoTime();

	private final AtomicInteger ids = new AtomicInteger();

	private final Map<String, ExecutionEnvironment> environments = new LinkedHashMap<>();

	private final Map<String, Invocation> invocations = new LinkedHashMap<>();

	private final Map<String, AwsCall> calls = new LinkedHashMap<>();

	private final List<LogLine> logs = new ArrayList<>();

	private final Map<String, GraderAction> actions = new LinkedHashMap<>();

	private final Map<String, RoleUse> roles = new LinkedHashMap<>();

	public TraceRecorder(long seed, AccountId account, Clock clock) {
		this.seed = seed;
		this.account = account;
		this.startedAt = clock.instant();
	}

	public AccountId account() {
		return this.account;
	}

	/**
	 * Return the time since the trace began.
	 * @return milliseconds, with fractions
	 */
	public double now() {
		return at(System.nanoTime());
	}

	/**
	 * Return the time from the beginning of the trace to a moment.
	 * @param nanoTime the moment as {@link System#nanoTime()} said: the clock of the
	 * machine may be set in the middle of a run
	 * @return milliseconds, with fractions
	 */
	public double at(long nanoTime) {
		return (nanoTime - this.startNanos) / 1_000_000.0;
	}

	/**
	 * Return a new id that is unique within the trace.
	 * @param kind the letter it begins with: {@code e}, {@code c}, {@code l} or {@code a}
	 * @return the id
	 */
	public String nextId(char kind) {
		return kind + Integer.toString(this.ids.incrementAndGet());
	}

	/**
	 * Add an execution environment, or replace what is known of it.
	 * @param environment the environment
	 */
	public synchronized void record(ExecutionEnvironment environment) {
		this.environments.put(environment.id(), environment);
	}

	/**
	 * Add an invocation, or replace what is known of it. The engine repeats a request id
	 * when it retries an asynchronous event, so an attempt is known by its environment
	 * and start as well.
	 * @param invocation the invocation
	 */
	public synchronized void record(Invocation invocation) {
		this.invocations.put(invocation.requestId() + '/' + invocation.environment() + '/' + invocation.startMs(),
				invocation);
	}

	/**
	 * Add a call, or replace what is known of it.
	 * @param call the call
	 */
	public synchronized void record(AwsCall call) {
		if (this.calls.size() < MAX_ENTRIES || this.calls.containsKey(call.id())) {
			this.calls.put(call.id(), call);
		}
	}

	/**
	 * Add a log line.
	 * @param line the line
	 */
	public synchronized void record(LogLine line) {
		if (this.logs.size() < MAX_ENTRIES) {
			this.logs.add(line);
		}
	}

	/**
	 * Add an action of the grader, or replace what is known of it.
	 * @param action the action
	 */
	public synchronized void record(GraderAction action) {
		this.actions.put(action.id(), action);
	}

	/**
	 * Add what a role used, or replace what is known of it.
	 * @param use the grants and their uses
	 */
	public synchronized void record(RoleUse use) {
		this.roles.put(use.role(), use);
	}

	/**
	 * Forget what is over, so that there is room for what comes: a recorder that lives
	 * long would be full one day.
	 */
	public synchronized void forget() {
		this.environments.values().removeIf((environment) -> environment.endMs() != null);
		this.invocations.values().removeIf((invocation) -> invocation.endMs() != null);
		this.calls.clear();
		this.logs.clear();
		this.actions.clear();
	}

	/**
	 * Find an execution environment.
	 * @param id the id of the environment within the trace
	 * @return what is known of it
	 */
	public synchronized Optional<ExecutionEnvironment> environment(String id) {
		return Optional.ofNullable(this.environments.get(id));
	}

	/**
	 * Return what was recorded so far.
	 * @return an unchanging copy
	 */
	public synchronized Trace snapshot() {
		return new Trace(Trace.CONTRACT, this.seed, this.account, this.startedAt,
				List.copyOf(this.environments.values()), List.copyOf(this.invocations.values()), callsAsTheyBegan(),
				this.logs, List.copyOf(this.actions.values()), List.copyOf(this.roles.values()));
	}

	private List<AwsCall> callsAsTheyBegan() {
		return this.calls.values().stream().sorted(Comparator.comparingDouble(AwsCall::startMs)).toList();
	}

}
