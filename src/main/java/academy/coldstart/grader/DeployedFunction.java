package academy.coldstart.grader;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;
import tools.jackson.databind.JsonNode;

/**
 * A function of the deployed stack. Events are JSON texts or objects to be written as
 * JSON.
 */
public final class DeployedFunction {

	private static final Pattern START = Pattern.compile("START RequestId: (\\S+)");

	private final Run run;

	private final String name;

	private final @Nullable String qualifier;

	DeployedFunction(Run run, String name) {
		this(run, name, null);
	}

	private DeployedFunction(Run run, String name, @Nullable String qualifier) {
		this.run = run;
		this.name = name;
		this.qualifier = qualifier;
	}

	public String name() {
		return this.name;
	}

	/**
	 * Choose a version or an alias to invoke.
	 * @param qualifier the version or alias
	 * @return the function, invoked through it
	 */
	public DeployedFunction qualified(String qualifier) {
		return new DeployedFunction(this.run, this.name, qualifier);
	}

	/**
	 * Invoke it and wait for the answer.
	 * @param event the event
	 * @return the result, also when the handler failed
	 * @throws CheckBlocked when the code cannot be started at all
	 */
	public Result invoke(Object event) {
		return invoke(event, "invoked " + this.name);
	}

	/**
	 * Invoke it and wait for the answer.
	 * @param event the event
	 * @param text what is done, for the timeline: {@code called with order o-17 again}
	 * @return the result, also when the handler failed
	 * @throws CheckBlocked when the code cannot be started at all
	 */
	public Result invoke(Object event, String text) {
		Result result = tryInvoke(event, text);
		if (!result.succeeded() && cannotStart(result)) {
			throw this.run.blocked(FunctionErrors.problem(result.json(), this.run.files()));
		}
		return result;
	}

	/**
	 * Invoke it and wait for the answer; that it cannot be started is a result like any
	 * other.
	 * @param event the event
	 * @param text what is done, for the timeline
	 * @return the result
	 */
	public Result tryInvoke(Object event, String text) {
		double start = this.run.mark();
		InvokeResponse response = this.run.act(text,
				() -> this.run.aws()
					.lambda()
					.invoke((request) -> request.functionName(this.name)
						.qualifier(this.qualifier)
						.logType(LogType.TAIL)
						.payload(SdkBytes.fromUtf8String(Json.write(event)))));
		return result(response, start);
	}

	/**
	 * Invoke it several times at once, each time in an environment of its own, and wait
	 * for all answers.
	 * @param events the events
	 * @param text what is done, for the timeline
	 * @return the results in the order of the events
	 * @throws Exception what the first invocation threw that could not be made
	 */
	public List<Result> invokeAtOnce(List<?> events, String text) throws Exception {
		return this.run.atOnce(events.stream().<Callable<Result>>map((event) -> () -> invoke(event, text)).toList());
	}

	/**
	 * Invoke it asynchronously.
	 * @param event the event
	 * @param text what is done, for the timeline
	 * @return the AWS request id of the event, shared by its attempts
	 */
	public String invokeAsync(Object event, String text) {
		return this.run
			.act(text,
					() -> this.run.aws()
						.lambda()
						.invoke((request) -> request.functionName(this.name)
							.qualifier(this.qualifier)
							.invocationType(InvocationType.EVENT)
							.payload(SdkBytes.fromUtf8String(Json.write(event)))))
			.responseMetadata()
			.requestId();
	}

	/**
	 * Let the next invocation start in a new environment.
	 */
	public void renewEnvironments() {
		this.run.act("replaced the environments of " + this.name, () -> {
			this.run.environments().renew(this.name);
			return this.name;
		});
	}

	/** Kill its living environments at once, as crashes would. */
	public void killEnvironments() {
		timeline().environments()
			.stream()
			.filter((environment) -> environment.endMs() == null)
			.forEach((environment) -> this.run.kill(environment.id()));
	}

	/**
	 * Return how many invocations are set aside for it, which is also the most it may
	 * have at once.
	 * @return the reserved concurrency, or empty when none is set
	 */
	public OptionalInt reservedConcurrency() {
		Integer reserved = this.run.aws()
			.lambda()
			.getFunctionConcurrency((request) -> request.functionName(this.name))
			.reservedConcurrentExecutions();
		return (reserved != null) ? OptionalInt.of(reserved) : OptionalInt.empty();
	}

	/**
	 * Read its effective configuration back.
	 * @return the configuration
	 */
	public GetFunctionConfigurationResponse configuration() {
		return this.run.aws()
			.lambda()
			.getFunctionConfiguration((request) -> request.functionName(this.name).qualifier(this.qualifier));
	}

	/**
	 * Return its execution role.
	 * @return the role
	 */
	public FunctionRole role() {
		return new FunctionRole(this.run, configuration());
	}

	public Timeline timeline() {
		return this.run.trace().timeline().function(this.name);
	}

	private boolean cannotStart(Result result) {
		if (FunctionErrors.isLoadError(result.errorType())) {
			return true;
		}
		Timeline timeline = result.view().timeline().function(this.name);
		return timeline.hasFailedInit() && !timeline.hasInitialized();
	}

	private Result result(InvokeResponse response, double start) {
		String payload = response.payload().asString(StandardCharsets.UTF_8);
		String log = (response.logResult() != null)
				? new String(Base64.getDecoder().decode(response.logResult()), StandardCharsets.UTF_8) : "";
		JsonNode error = (response.functionError() != null) ? Json.read(payload) : Json.read("{}");
		return new Result(requestId(response, log), payload, response.functionError(), log, start, this.run.mark(),
				this.run.trace(), FunctionErrors.place(error, this.run.files()));
	}

	private static String requestId(InvokeResponse response, String log) {
		Matcher matcher = START.matcher(log);
		return matcher.find() ? Objects.requireNonNull(matcher.group(1)) : response.responseMetadata().requestId();
	}

}
