package academy.coldstart.attack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A function with one execution environment, described as the Lambda service does.
 */
final class DeployedFunction implements AutoCloseable {

	private final HostClient client;

	private final String code;

	private final FunctionRun run;

	private final String id = UUID.randomUUID().toString();

	DeployedFunction(HostClient client, String code, FunctionRun run) {
		this.client = client;
		this.code = code;
		this.run = run;
	}

	/**
	 * Start it.
	 * @return what its Init phase came to
	 */
	FunctionAnswer start() {
		return this.client.start(plan());
	}

	/**
	 * Start it and invoke it, or tell the error of its Init phase.
	 * @param event the event
	 * @return what it answered
	 */
	FunctionAnswer startAndInvoke(Object event) {
		FunctionAnswer started = start();
		return started.isError() ? started : invoke(event);
	}

	FunctionAnswer invoke(Object event) {
		return this.client.invoke(this.id, arn(), event);
	}

	/**
	 * Invoke it although it is going to be stopped meanwhile.
	 * @param event the event
	 */
	void invokeUntilStopped(Object event) {
		try {
			invoke(event);
		}
		catch (IllegalStateException ex) {
			// It was stopped.
		}
	}

	private String arn() {
		return "arn:aws:lambda:us-east-1:" + Site.ACCOUNT + ":function:attack";
	}

	private Map<String, Object> plan() {
		ProgramLanguage language = this.run.language();
		Map<String, Object> plan = new HashMap<>(
				Map.of("id", this.id, "account", Site.ACCOUNT.value(), "region", "us-east-1", "function", "attack",
						"qualifier", "$LATEST", "arn", arn() + ":$LATEST", "runtime", language.runtime(), "handler",
						language.handler(), "memoryMb", this.run.memory(), "timeoutSeconds", this.run.timeout()));
		plan.putAll(Map.of("ephemeralMb", this.run.storage(), "architecture", "x86_64", "codeSha256", this.code,
				"layerSha256", List.of(), "initializationType", "on-demand", "environment", Map.of(), "userEnvironment",
				Map.of()));
		plan.putAll(Map.of("logGroup", "/aws/lambda/attack", "logStream", "attack/" + this.id, "credentials",
				Map.of("accessKeyId", Site.ACCOUNT.value(), "secretAccessKey", "secret", "sessionToken", "token")));
		return plan;
	}

	@Override
	public void close() {
		this.client.stop(this.id);
	}

}
