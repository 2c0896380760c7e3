package academy.coldstart.grading.pipeline;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import academy.coldstart.course.HandlerLocation;
import academy.coldstart.engine.EngineLease;
import academy.coldstart.grader.DeployedFunction;
import academy.coldstart.grader.Place;
import academy.coldstart.grader.Result;
import academy.coldstart.grader.Run;
import academy.coldstart.grader.Stack;
import academy.coldstart.grader.StackResource;
import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradingTask;
import academy.coldstart.grading.OpenStack;
import academy.coldstart.trace.Trace;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.LambdaException;

/**
 * A stack in a leased account, open for invocations.
 */
final class LeasedStack implements OpenStack {

	/** Longer than any function of the course may work, shorter than a client waits. */
	private static final Duration LIMIT = Duration.ofSeconds(40);

	private static final Duration LAST_WORDS = Duration.ofSeconds(10);

	private final EngineLease lease;

	private final Packaging packaging;

	private final Stack stack;

	private final Pulse pulse;

	private PreparedAccount account;

	private Run run;

	private final AtomicBoolean closed = new AtomicBoolean();

	LeasedStack(PreparedAccount account, EngineLease lease, Stack stack, Run run, Packaging packaging) {
		this.account = account;
		this.lease = lease;
		this.stack = stack;
		this.run = run;
		this.packaging = packaging;
		this.pulse = account.pulse();
	}

	@Override
	public List<String> functions() {
		HandlerLocation handler = this.account.prepared().handler();
		String entry = (handler != null) ? handler.entry() : "";
		return this.stack.ofType("AWS::Lambda::Function")
			.stream()
			.sorted(Comparator.comparing((function) -> !isOf(entry, function)))
			.map(StackResource::logicalId)
			.toList();
	}

	private static boolean isOf(String entry, StackResource function) {
		return function.properties().path("Handler").asString("").equals(entry);
	}

	@Override
	public Update update(GradingTask task) {
		try {
			Prepared other = Preparation.prepare(task, this.packaging);
			Prepared now = this.account.prepared();
			if (!other.template().root().equals(now.template().root()) || !this.account.updateCode(other, this.stack)) {
				return new OtherStack();
			}
			this.account = this.account.with(other);
			this.run = this.account.run(this.stack);
			return new Updated();
		}
		catch (Rejected ex) {
			return new NotTaken(ex.problem());
		}
		catch (RuntimeException ex) {
			return new NotUpdated(Problems.fault("deploy", ex));
		}
	}

	@Override
	public Answer invoke(String function, String event) {
		this.account.opened().recorder().forget();
		double mark = this.run.mark();
		try {
			return believed(answer(function, event, mark));
		}
		catch (LambdaException ex) {
			return (ex.statusCode() < 500) ? believed(new TurnedAway(ex.awsErrorDetails().errorMessage()))
					: new Broken(Problems.fault("run", ex));
		}
		catch (RuntimeException ex) {
			return new Broken(Problems.fault("run", ex));
		}
	}

	private Answer answer(String function, String event, double mark) {
		DeployedFunction deployed = this.run.function(function);
		FutureTask<Result> work = new FutureTask<>(() -> deployed.tryInvoke(event, "sent an event to " + function));
		Thread.ofVirtual().name("try").start(work);
		try {
			return answer(work.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS), mark);
		}
		catch (TimeoutException ex) {
			deployed.killEnvironments();
			end(work);
			return new Endless(LIMIT.toSeconds(), trace(mark));
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while a function was tried", ex);
		}
	}

	private static void end(FutureTask<Result> work) {
		try {
			work.get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			work.cancel(true);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Answer answer(Result result, double mark) {
		Trace trace = trace(mark);
		if (result.succeeded()) {
			return new Returned(result.requestId(), result.payload(), trace);
		}
		return new Failed(result.requestId(), result.payload(), result.errorType(), result.explanation(),
				place(result.place()), trace);
	}

	private static CheckResult.@Nullable Place place(@Nullable Place place) {
		return (place != null) ? new CheckResult.Place(place.file(), place.line()) : null;
	}

	private Trace trace(double mark) {
		return this.account.trace().since(mark).withoutActions();
	}

	// What worked is believed, as are failures of an engine without a fault.
	private Answer believed(Answer answer) {
		if (this.closed.get()) {
			return broken(new IllegalStateException("The stack was closed while the function worked"));
		}
		Optional<Throwable> doubt = this.account.doubt().map(IllegalStateException::new);
		if (doubt.isPresent() || answer instanceof Returned) {
			return doubt.<Answer>map(LeasedStack::broken).orElse(answer);
		}
		return this.pulse.fault().<Answer>map(LeasedStack::broken).orElse(answer);
	}

	private static Broken broken(Throwable fault) {
		return new Broken(Problems.fault("run", fault));
	}

	@Override
	public Optional<String> fault() {
		return this.lease.fault();
	}

	@Override
	public boolean isRecalled() {
		return this.lease.isRecalled();
	}

	@Override
	public void close() {
		if (this.closed.getAndSet(true)) {
			return;
		}
		try {
			this.account.close();
		}
		finally {
			this.lease.close();
		}
	}

}
