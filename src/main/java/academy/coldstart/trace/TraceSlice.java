package academy.coldstart.trace;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Cuts what began at or after a moment out of a trace. Times count from that moment, so
 * an environment that was there before has a negative Init phase.
 */
final class TraceSlice {

	private final Trace trace;

	private final double mark;

	TraceSlice(Trace trace, double mark) {
		this.trace = trace;
		this.mark = mark;
	}

	Trace cut() {
		List<Invocation> invocations = this.trace.invocations()
			.stream()
			.filter((invocation) -> invocation.startMs() >= this.mark)
			.map(this::moved)
			.toList();
		Set<String> used = invocations.stream().map(Invocation::environment).collect(Collectors.toSet());
		return new Trace(this.trace.contract(), this.trace.seed(), this.trace.account(), begin(),
				this.trace.environments()
					.stream()
					.filter((one) -> used.contains(one.id()) || one.initStartMs() >= this.mark)
					.map(this::moved)
					.toList(),
				invocations,
				this.trace.calls().stream().filter((call) -> call.startMs() >= this.mark).map(this::moved).toList(),
				this.trace.logs().stream().filter((line) -> line.atMs() >= this.mark).map(this::moved).toList(),
				this.trace.actions()
					.stream()
					.filter((action) -> action.startMs() >= this.mark)
					.map(this::moved)
					.toList(),
				this.trace.roles());
	}

	private Instant begin() {
		return this.trace.startedAt().plus(Math.round(this.mark * 1000), ChronoUnit.MICROS);
	}

	private double moved(double ms) {
		return ms - this.mark;
	}

	private @Nullable Double moved(@Nullable Double ms) {
		return (ms != null) ? Double.valueOf(ms - this.mark) : null;
	}

	private ExecutionEnvironment moved(ExecutionEnvironment one) {
		return new ExecutionEnvironment(one.id(), one.function(), one.version(), one.runtime(), one.runtimeVersion(),
				one.memoryMb(), moved(one.initStartMs()), moved(one.initEndMs()), moved(one.endMs()), one.end());
	}

	private Invocation moved(Invocation one) {
		return new Invocation(one.requestId(), one.environment(), one.functionArn(), one.coldStart(),
				moved(one.startMs()), moved(one.endMs()), one.outcome(), one.errorType(), one.durationMs(),
				one.billedMs(), one.initMs(), one.maxMemoryMb(), one.event(), one.response());
	}

	private AwsCall moved(AwsCall one) {
		return new AwsCall(one.id(), one.environment(), one.invocation(), one.phase(), one.connection(),
				one.sdkInvocationId(), one.attempt(), one.service(), one.operation(), one.resource(), one.region(),
				moved(one.startMs()), moved(one.endMs()), one.status(), one.errorCode(), one.errorMessage(),
				one.outcome(), one.request(), one.response(), one.frame(), one.fault(), one.access(), one.signer());
	}

	private LogLine moved(LogLine one) {
		return new LogLine(one.id(), one.environment(), one.invocation(), moved(one.atMs()), one.source(), one.text());
	}

	private GraderAction moved(GraderAction one) {
		return new GraderAction(one.id(), one.check(), moved(one.startMs()), moved(one.endMs()), one.text());
	}

}
