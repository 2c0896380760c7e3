package academy.coldstart.execution;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import academy.coldstart.isolation.ConfinedProcess;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.Invocation.Outcome;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process of an execution environment, from start to end.
 */
final class Incarnation implements RuntimeApi.Events, CompanionListener.Caller {

	private static final Logger logger = LoggerFactory.getLogger(Incarnation.class);

	private final HostFacilities facilities;

	private final TraceRecorder recorder;

	private final EnvironmentPlan plan;

	private final LanguageRuntime language;

	private final String id;

	private final RuntimeApi api = new RuntimeApi(this);

	private final Surroundings surroundings;

	private final ProcessLog log;

	private final double startMs;

	private final CompletableFuture<InitOutcome> init = new CompletableFuture<>();

	private final CompletableFuture<Void> ended = new CompletableFuture<>();

	private final List<CompletableFuture<?>> watches = new ArrayList<>();

	private @Nullable ConfinedProcess process;

	private @Nullable Double initMs;

	private @Nullable Attempt attempt;

	private @Nullable Ending ending;

	private @Nullable PhaseTimer timer;

	private boolean warm;

	private volatile Moment moment = new Moment(Phase.INIT, null);

	private Incarnation(HostFacilities facilities, Admission admission, EnvironmentPlan plan,
			LanguageRuntime language) {
		this.facilities = facilities;
		this.recorder = admission.recorder();
		this.plan = plan;
		this.language = language;
		this.id = this.recorder.nextId('e');
		this.log = new ProcessLog(facilities.logs(), this.recorder, this.id, facilities.limits(),
				() -> Thread.ofVirtual().start(() -> end(Ending.outputExceeded(facilities.limits()))));
		this.surroundings = new Surroundings(facilities, admission, plan, language, this, this.api);
		this.startMs = this.recorder.now();
	}

	/**
	 * Start a process. Its Init phase runs when this returns.
	 * @param facilities what all environments share
	 * @param admission the account
	 * @param plan the environment
	 * @param language the language of the function
	 * @return the process
	 * @throws ArchiveRejected when its code or a layer cannot be used
	 */
	static Incarnation start(HostFacilities facilities, Admission admission, EnvironmentPlan plan,
			LanguageRuntime language) {
		Incarnation incarnation = new Incarnation(facilities, admission, plan, language);
		incarnation.run();
		return incarnation;
	}

	private void run() {
		FunctionLimits limits = this.facilities.limits();
		enter(Phase.INIT, null);
		// Whoever sees its first call looks it up.
		record();
		try {
			synchronized (this) {
				this.process = this.surroundings.start();
				this.timer = PhaseTimer.start(this.facilities.timers(), this.process::processorWaits, limits.init(),
						() -> end(Ending.initTimedOut(limits.init().toSeconds())));
			}
		}
		catch (RuntimeException ex) {
			this.surroundings.close();
			throw ex;
		}
		this.log.attach(this.process);
		this.watches.add(this.process.breach().thenAccept((breach) -> end(Ending.exceeded(breach, this.plan, limits))));
		this.watches.add(this.process.exit().handle((code, fault) -> {
			Ending reason = (fault != null) ? Ending.killed() : Ending.exited(code, isInitializing());
			return end(reason, fault);
		}));
	}

	/**
	 * Return how Init ended, once it did.
	 * @return the outcome
	 */
	CompletableFuture<InitOutcome> init() {
		return this.init;
	}

	/**
	 * Hand an event to the runtime, which has to be waiting.
	 * @param order the event
	 * @param cold whether the Init of this process counts for this invocation
	 * @return the answer, or empty when the process has ended
	 */
	Optional<CompletableFuture<InvocationAnswer>> invoke(InvocationOrder order, boolean cold) {
		Attempt next;
		ConfinedProcess running;
		synchronized (this) {
			running = this.process;
			if (this.ending != null || running == null) {
				return Optional.empty();
			}
			next = begin(running, order, cold);
		}
		running.resume();
		this.api.deliver(order.requestId(), headers(order), next.event());
		return Optional.of(next.answer());
	}

	private Attempt begin(ConfinedProcess running, InvocationOrder order, boolean cold) {
		enter(Phase.INVOKE, order.requestId());
		this.log.enter(order.requestId());
		this.log.platform("START RequestId: " + order.requestId() + " Version: " + this.plan.qualifier());
		this.log.pause(false);
		byte[] event = this.surroundings.line().inward(order.payload()).getBytes(StandardCharsets.UTF_8);
		Double coldInit = cold ? this.initMs : null;
		Attempt next = new Attempt(order, event, this.recorder, this.id, coldInit);
		this.attempt = next;
		this.warm = true;
		this.timer = PhaseTimer.start(this.facilities.timers(), running::processorWaits,
				Duration.ofSeconds(this.plan.timeoutSeconds()), () -> end(Ending.timedOut(this.plan.timeoutSeconds())));
		return next;
	}

	private Map<String, String> headers(InvocationOrder order) {
		Map<String, String> headers = new HashMap<>();
		headers.put("Content-Type", "application/json");
		headers.put("Lambda-Runtime-Aws-Request-Id", order.requestId());
		headers.put("Lambda-Runtime-Invoked-Function-Arn", order.arn());
		headers.put("Lambda-Runtime-Deadline-Ms",
				Long.toString(System.currentTimeMillis() + this.plan.timeoutSeconds() * 1000L));
		if (order.traceId() != null && !order.traceId().isEmpty()) {
			headers.put("Lambda-Runtime-Trace-Id", order.traceId());
		}
		if (order.clientContext() != null && !order.clientContext().isEmpty()) {
			headers.put("Lambda-Runtime-Client-Context", order.clientContext());
		}
		return headers;
	}

	/**
	 * Answer an invocation for which this process was started but did not become ready.
	 * @param order the event
	 * @param error the error of the Init phase
	 * @return the answer
	 */
	InvocationAnswer refuse(InvocationOrder order, ErrorObject error) {
		Attempt failed = new Attempt(order, order.payloadBytes(), this.recorder, this.id, null);
		failed.failed(error.in(order.requestId()));
		failed.finished(Outcome.FAILED, new Report(order.requestId(), 0, 0, this.plan.memoryMb(), 0, null, "error"));
		return failed.toAnswer(this.log.take(), this.surroundings.line());
	}

	@Override
	public void waiting() {
		Attempt finished;
		ConfinedProcess running;
		synchronized (this) {
			running = this.process;
			if (this.ending != null || running == null) {
				return;
			}
			finished = takeAttempt();
			if (this.initMs == null) {
				this.initMs = this.recorder.now() - this.startMs;
			}
		}
		running.freeze();
		if (finished != null) {
			finish(finished, finished.outcome(), null, running.peakMemoryBytes());
		}
		else {
			record();
		}
		this.log.enter(null);
		this.log.pause(true);
		enter(Phase.FROZEN, null);
		complete(finished);
	}

	private void complete(@Nullable Attempt finished) {
		if (finished != null) {
			finished.answer().complete(finished.toAnswer(this.log.take(), this.surroundings.line()));
		}
		else {
			this.init.complete(new InitOutcome.Ready(initMilliseconds()));
		}
	}

	@Override
	public boolean initFailed(ErrorObject error) {
		return isInitializing() && end(Ending.initFailed(error));
	}

	@Override
	public synchronized void responded(byte[] response) {
		if (this.attempt != null) {
			this.attempt.responded(response);
		}
	}

	@Override
	public synchronized void failed(ErrorObject error) {
		if (this.attempt != null) {
			this.attempt.failed(error);
		}
	}

	@Override
	public String environment() {
		return this.id;
	}

	@Override
	public Moment moment() {
		return this.moment;
	}

	@Override
	public synchronized boolean isGone() {
		return this.ending != null;
	}

	/** Kill the process as a crash would, and wait until nothing of it is left. */
	@Override
	public void kill() {
		end(Ending.killed());
		this.ended.join();
	}

	/** End the process because nobody needs it any more, and wait for that. */
	void shutDown() {
		end(Ending.shutDown());
		this.ended.join();
	}

	synchronized boolean isIdle() {
		return this.ending == null && this.attempt == null && this.initMs != null;
	}

	synchronized boolean wasInvoked() {
		return this.warm;
	}

	/**
	 * Take the log text that no answer carried yet.
	 * @return the lines
	 */
	String takeLog() {
		this.log.drain();
		return this.log.take();
	}

	private synchronized boolean isInitializing() {
		return this.initMs == null;
	}

	private synchronized double initMilliseconds() {
		return (this.initMs != null) ? this.initMs : this.recorder.now() - this.startMs;
	}

	private boolean end(Ending reason) {
		return end(reason, null);
	}

	// With a fault of the platform, whoever waits is told that, and nothing of the
	// learner.
	private boolean end(Ending reason, @Nullable Throwable fault) {
		Attempt interrupted;
		synchronized (this) {
			if (this.ending != null) {
				return false;
			}
			this.ending = reason;
			interrupted = takeAttempt();
		}
		Thread.ofVirtual().name("end-" + this.id).start(() -> finish(reason, interrupted, fault));
		return true;
	}

	private void finish(Ending reason, @Nullable Attempt interrupted, @Nullable Throwable fault) {
		try {
			long peak = killProcess();
			if (interrupted != null) {
				finish(interrupted, reason, peak);
			}
			else if (isInitializing()) {
				reportInit(reason);
			}
			this.log.close();
			this.api.close();
			record();
			if (fault != null) {
				throw new IllegalStateException("The process of a function could not be started", fault);
			}
			tell(reason, interrupted);
		}
		catch (RuntimeException ex) {
			logger.error("Execution environment {} did not end as it should", this.id, ex);
			this.init.completeExceptionally(ex);
			Optional.ofNullable(interrupted).ifPresent((waiting) -> waiting.answer().completeExceptionally(ex));
		}
		finally {
			this.surroundings.close();
			this.ended.complete(null);
		}
	}

	private synchronized long killProcess() {
		if (this.process == null) {
			return 0;
		}
		long peak = this.process.peakMemoryBytes();
		this.process.kill();
		this.log.drain();
		return peak;
	}

	private void finish(Attempt interrupted, Ending reason, long peak) {
		Outcome outcome = interrupted.outcome();
		if (!interrupted.hasResponse()) {
			interrupted.broken(reason);
			outcome = reason.outcome();
			this.log.platform("RequestId: " + interrupted.requestId() + " " + reason.message());
		}
		finish(interrupted, outcome, (outcome == reason.outcome()) ? reason.status() : null, peak);
	}

	private void finish(Attempt finished, Outcome outcome, @Nullable String status, long peak) {
		this.log.enter(finished.requestId());
		double duration = countedMs(finished.durationMs(), outcome);
		Double billedInit = this.plan.isOnDemand() ? finished.initMs() : null;
		Report report = new Report(finished.requestId(), duration, Report.billed(duration, billedInit),
				this.plan.memoryMb(), megabytes(peak), finished.initMs(), status);
		this.log.platform("END RequestId: " + finished.requestId());
		this.log.platform(report.line());
		finished.finished(outcome, report.lasting(finished.durationMs()));
	}

	// The time for which it waited for a processor is granted on top, and is not billed.
	private double countedMs(double durationMs, Outcome outcome) {
		return (outcome == Outcome.TIMED_OUT) ? Math.min(durationMs, this.plan.timeoutSeconds() * 1000.0) : durationMs;
	}

	private static long megabytes(long bytes) {
		return (bytes + 1024 * 1024 - 1) / (1024 * 1024);
	}

	private void reportInit(Ending reason) {
		this.log.platform(String.format(Locale.ROOT, "INIT_REPORT Init Duration: %.2f ms\tPhase: init\tStatus: %s",
				initMilliseconds(), reason.status()));
	}

	private void tell(Ending reason, @Nullable Attempt interrupted) {
		InitOutcome outcome = (reason.end() == ExecutionEnvironment.End.SHUT_DOWN) ? new InitOutcome.Stopped()
				: new InitOutcome.Failed(reason.error("", false), reason.isUnexplained());
		if (reason.isUnexplained()) {
			this.facilities.suspicions().add(this.language, this.plan.runtime());
		}
		this.init.complete(outcome);
		if (interrupted != null) {
			interrupted.answer().complete(interrupted.toAnswer(this.log.take(), this.surroundings.line()));
		}
	}

	private void enter(Phase phase, @Nullable String invocation) {
		this.moment = new Moment(phase, invocation);
		this.surroundings.line().enter(phase, invocation);
	}

	private synchronized @Nullable Attempt takeAttempt() {
		Attempt taken = this.attempt;
		this.attempt = null;
		if (this.timer != null) {
			this.timer.cancel();
		}
		if (taken != null) {
			taken.stopped();
		}
		return taken;
	}

	private synchronized void record() {
		Double initEnd = (this.initMs != null) ? this.startMs + this.initMs : null;
		Double end = (this.ending != null) ? this.recorder.now() : null;
		this.recorder.record(new ExecutionEnvironment(this.id, this.plan.function(), this.plan.qualifier(),
				this.plan.runtime(), this.language.version(), this.plan.memoryMb(), this.startMs, initEnd, end,
				(this.ending != null) ? this.ending.end() : null));
	}

}
