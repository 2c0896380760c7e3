package academy.coldstart.grader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import academy.coldstart.fault.FaultRules;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.GraderAction;
import academy.coldstart.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * One run of a grader with one seed: the deployed stack, everything that can be done to
 * it, and everything that was recorded.
 */
public final class Run {

	private final Setup setup;

	private final Stack stack;

	private final Aws aws;

	private final TraceRecorder recorder;

	private final EnvironmentControl environments;

	private final Map<String, byte[]> files;

	private final Orders orders;

	private final Map<Class<?>, Object> shared = new HashMap<>();

	private final Faults faults;

	private volatile @Nullable String check;

	private volatile @Nullable String alone;

	private final ThreadLocal<String> borrowed = new ThreadLocal<>();

	private volatile @Nullable HandlerProblem problem;

	/**
	 * Create a run.
	 * @param setup what the grader prepared
	 * @param stack what was deployed
	 * @param aws the grader's way to AWS
	 * @param recorder where everything is recorded
	 * @param environments control over execution environments
	 * @param files the learner's files by their paths
	 */
	public Run(Setup setup, Stack stack, Aws aws, TraceRecorder recorder, EnvironmentControl environments,
			Map<String, byte[]> files) {
		this(setup, stack, aws, recorder, environments, new FaultRules(recorder, environments::kill), files);
	}

	/**
	 * Create a run whose calls meet faults.
	 * @param setup what the grader prepared
	 * @param stack what was deployed
	 * @param aws the grader's way to AWS
	 * @param recorder where everything is recorded
	 * @param environments control over execution environments
	 * @param rules the rules that those who see the calls carry out
	 * @param files the learner's files by their paths
	 */
	public Run(Setup setup, Stack stack, Aws aws, TraceRecorder recorder, EnvironmentControl environments,
			FaultRules rules, Map<String, byte[]> files) {
		this.setup = setup;
		this.stack = stack;
		this.aws = aws;
		this.recorder = recorder;
		this.environments = environments;
		this.files = Map.copyOf(files);
		this.orders = new Orders(new Random(setup.seed()));
		this.faults = new Faults(this, rules);
	}

	public long seed() {
		return this.setup.seed();
	}

	/**
	 * Return random numbers that depend on the seed and the running check only.
	 * @return a new source, at its beginning
	 */
	public Random random() {
		return new Random(seed() * 31 + String.valueOf(this.check).hashCode());
	}

	/**
	 * Return the maker of orders, shared by the checks of this run so that no two of them
	 * meet the same order.
	 * @return the orders
	 */
	public Orders orders() {
		return this.orders;
	}

	public Stack stack() {
		return this.stack;
	}

	/**
	 * Return the grader's own way to AWS, which is not recorded.
	 * @return the clients
	 */
	public Aws aws() {
		return this.aws;
	}

	/**
	 * Return what was recorded up to now.
	 * @return a view that does not change
	 */
	public TraceView trace() {
		return new TraceView(this.recorder.snapshot());
	}

	/**
	 * Return this moment, to look at what was recorded since.
	 * @return milliseconds since the trace began
	 */
	public double mark() {
		return this.recorder.now();
	}

	/**
	 * Return the only function of the stack.
	 * @return the function
	 */
	public DeployedFunction function() {
		List<StackResource> functions = this.stack.ofType("AWS::Lambda::Function");
		if (functions.size() != 1) {
			throw new IllegalStateException("The stack has " + functions.size() + " functions, not one: "
					+ functions.stream().map(StackResource::logicalId).toList());
		}
		return new DeployedFunction(this, functions.getFirst().physicalId());
	}

	public DeployedFunction function(String logicalId) {
		return new DeployedFunction(this, this.stack.physicalId(logicalId));
	}

	/**
	 * Return the function that an event source mapping invokes.
	 * @param source the mapping
	 * @return the function, invoked through the same version or alias
	 */
	public DeployedFunction function(EventSource source) {
		DeployedFunction function = new DeployedFunction(this, source.function());
		return source.qualifier().map(function::qualified).orElse(function);
	}

	public Queue queue(String logicalId) {
		return new Queue(this, this.stack.physicalId(logicalId));
	}

	/**
	 * Return a queue by its ARN, such as the source of an event source mapping or the
	 * target of a redrive policy.
	 * @param arn the ARN
	 * @return the queue, or empty when there is none
	 */
	public Optional<Queue> queueOf(String arn) {
		try {
			String url = this.aws.sqs()
				.getQueueUrl((request) -> request.queueName(arn.substring(arn.lastIndexOf(':') + 1)))
				.queueUrl();
			Queue queue = new Queue(this, url);
			return queue.arn().equals(arn) ? Optional.of(queue) : Optional.empty();
		}
		catch (QueueDoesNotExistException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Return the event source mappings of the account.
	 * @return what delivers to the functions, as it is in effect
	 */
	public List<EventSource> eventSources() {
		return this.aws.lambda()
			.listEventSourceMappingsPaginator()
			.eventSourceMappings()
			.stream()
			.map(EventSource::of)
			.toList();
	}

	/**
	 * Return the functions that take messages away from a queue, or records from a
	 * stream. A mapping that is switched off takes nothing.
	 * @param arn the ARN of the source
	 * @return the mappings that read it
	 */
	public List<EventSource> readers(String arn) {
		return eventSources().stream().filter((source) -> source.enabled() && source.sourceArn().equals(arn)).toList();
	}

	public Table table(String logicalId) {
		return new Table(this, this.stack.physicalId(logicalId));
	}

	public Topic topic(String logicalId) {
		return new Topic(this, this.stack.physicalId(logicalId));
	}

	public Bucket bucket(String logicalId) {
		return new Bucket(this, this.stack.physicalId(logicalId));
	}

	public EventBus eventBus(String logicalId) {
		return new EventBus(this, this.stack.physicalId(logicalId));
	}

	/**
	 * Return the faults that calls of functions can meet.
	 * @return the way to set them
	 */
	public Faults faults() {
		return this.faults;
	}

	/**
	 * Return a companion that was offered in a {@link Prepare} method.
	 * @param <C> its type
	 * @param type its type
	 * @return the companion
	 */
	public <C> C companion(Class<C> type) {
		return this.setup.companions()
			.stream()
			.filter(type::isInstance)
			.map(type::cast)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No @Prepare method offers a " + type.getSimpleName()));
	}

	/**
	 * Return what the checks of this run share, such as a scene that several of them look
	 * at, made by the first that asks. When making it fails, the next that asks tries
	 * again.
	 * @param <T> its type
	 * @param type its type, which is what it is known by
	 * @param maker makes it
	 * @return the one of this run
	 */
	public <T> T once(Class<T> type, Supplier<T> maker) {
		synchronized (this.shared) {
			T known = type.cast(this.shared.get(type));
			if (known == null) {
				known = maker.get();
				this.shared.put(type, known);
			}
			return known;
		}
	}

	/**
	 * Kill an execution environment at once, as a crash would.
	 * @param environment the id of the environment within the trace
	 */
	public void kill(String environment) {
		act("killed environment " + environment, () -> {
			this.environments.kill(environment);
			return environment;
		});
	}

	/**
	 * Begin to wait for something that the learner's code has to bring about.
	 * @param what what must happen, as in "Waited 5 s for …"
	 * @param limit how long to wait at most
	 * @return the waiting, to be given its condition
	 */
	public Await await(String what, Duration limit) {
		return new Await(this, what, limit);
	}

	/**
	 * Do something to the system and write it down as an action.
	 * @param <T> the type of the result
	 * @param text what is done, as in "The grader …": {@code sent order o-17 twice}
	 * @param action does it
	 * @return the result of the action
	 */
	public <T> T act(String text, Supplier<T> action) {
		double start = mark();
		try {
			return action.get();
		}
		finally {
			this.recorder.record(new GraderAction(this.recorder.nextId('a'), check(), start, mark(), text));
		}
	}

	/**
	 * Do something for a check while another one is running: what is done is written down
	 * as that of the check it is for. Nothing is done for a check that does not run.
	 * @param check the id of the check it is for
	 * @param task what to do
	 */
	public void during(String check, Runnable task) {
		if (!runs(check)) {
			return;
		}
		this.borrowed.set(check);
		try {
			task.run();
		}
		finally {
			this.borrowed.remove();
		}
	}

	/**
	 * Do several things at once and wait for all of them.
	 * @param <T> the type of the results
	 * @param tasks what to do
	 * @return the results in the order of the tasks
	 * @throws Exception what the first failed task threw
	 */
	public <T> List<T> atOnce(List<? extends Callable<T>> tasks) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, tasks.size()));
		try {
			List<T> results = new ArrayList<>();
			for (Future<T> future : threads.invokeAll(tasks)) {
				results.add(future.get());
			}
			return results;
		}
		catch (ExecutionException ex) {
			throw rethrown(ex);
		}
		finally {
			threads.shutdownNow();
		}
	}

	/**
	 * Demand that something which changed was changed through a recorded call: functions
	 * reach AWS through the address they are given and no other way.
	 * @param service the service's signing name
	 * @param resource the name of the resource that changed
	 * @param what what changed, as a sentence part such as {@code the item of o-17}
	 * @throws LearnerFailure when no successful call touched the resource
	 */
	public void requireRecorded(String service, String resource, String what) {
		if (trace().calls().service(service).touching(resource).matching(AwsCall::mayHaveTakenEffect).isEmpty()) {
			throw LearnerFailure
				.because("State changed without a recorded call: %s is in %s, but no %s call of a function put it "
						+ "there. Functions reach AWS through AWS_ENDPOINT_URL only.", what, resource, service)
				.expected("a recorded %s call that touches %s", service, resource)
				.observed("no such call");
		}
	}

	/**
	 * Return where the learner's code made the last of some calls, as the function itself
	 * says: a hint for the reader, never evidence.
	 * @param calls the calls
	 * @return a line of the learner's files, or null when none of the calls names one
	 */
	public @Nullable Place place(Calls calls) {
		return calls.list()
			.reversed()
			.stream()
			.flatMap((call) -> Place.parse(call.frame(), files()).stream())
			.findFirst()
			.orElse(null);
	}

	/**
	 * Return what was handed in, or the given code where only a template is.
	 * @return the content of each file by its path
	 */
	public Map<String, byte[]> sources() {
		return this.files;
	}

	/**
	 * Return why the handler can never be started, once that is known.
	 * @return the problem or null
	 */
	public @Nullable HandlerProblem problem() {
		return this.problem;
	}

	/**
	 * Let one check run and no other, so that nothing else happens beside it.
	 * @param check the id of the check
	 */
	public void limitTo(String check) {
		this.alone = check;
	}

	private boolean runs(String check) {
		String only = this.alone;
		return only == null || only.equals(check);
	}

	void begin(String check) {
		if (!runs(check)) {
			throw new CheckBlocked(String.valueOf(this.alone), "Another check runs alone.");
		}
		this.faults.endAll();
		this.check = check;
		HandlerProblem known = this.problem;
		if (known != null) {
			throw new CheckBlocked(known);
		}
	}

	void end() {
		this.faults.endOf(this.check);
		this.check = null;
	}

	@Nullable String check() {
		String other = this.borrowed.get();
		return (other != null) ? other : this.check;
	}

	TraceRecorder recorder() {
		return this.recorder;
	}

	CheckBlocked blocked(HandlerProblem cause) {
		this.problem = cause;
		return new CheckBlocked(cause);
	}

	/** Fail as a fault of the platform when the engine does not answer. */
	void confirmEngine() {
		try {
			this.aws.sts().getCallerIdentity();
		}
		catch (SdkServiceException ex) {
			throw new IllegalStateException("The engine does not work properly", ex);
		}
	}

	/**
	 * Before the learner is blamed for what did not happen: fail as a fault of the
	 * platform when the engine does not answer, and as blocked when the handler can never
	 * be started.
	 * @throws CheckBlocked when it cannot
	 */
	public void confirmPossible() {
		confirmEngine();
		StartFailures.find(this).ifPresent((cause) -> {
			throw blocked(cause);
		});
	}

	EnvironmentControl environments() {
		return this.environments;
	}

	Set<String> files() {
		return this.files.keySet();
	}

	private static Exception rethrown(ExecutionException ex) {
		return switch (ex.getCause()) {
			case Exception cause -> cause;
			case Error cause -> throw cause;
			case null, default -> ex;
		};
	}

}
