package academy.coldstart.attack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import academy.coldstart.trace.AccountId;

/**
 * A function with one execution environment, described as the Lambda service does.
 */
final class DeployedFunction implements AutoCloseable {

	private final HostClient client;

	private final AccountId account;

	private final String code;

	private final FunctionRun run;

	private final String id = UUID.randomUUID().toString();

	DeployedFunction(HostClient client, AccountId account, String code, FunctionRun run) {
		this.client = client;
		this.account = account;
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
	 * Start it, where anything but a success is a fault of the platform.
	 */
	void startOrFail() {
		FunctionAnswer started = start();
		if (started.isError()) {
			throw new IllegalStateException("A function did not start: " + started.text());
		}
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

	private String arn() {
		return "arn:aws:lambda:us-east-1:" + this.account + ":function:attack";
	}

	private Map<String, Object> plan() {
		ProgramLanguage language = this.run.language();
		Map<String, Object> plan = new HashMap<>(
				Map.of("id", this.id, "account", this.account.value(), "region", "us-east-1", "function", "attack",
						"qualifier", "$LATEST", "arn", arn() + ":$LATEST", "runtime", language.runtime(), "handler",
						language.handler(), "memoryMb", this.run.memory(), "timeoutSeconds", this.run.timeout()));
		plan.putAll(Map.of("ephemeralMb", this.run.storage(), "architecture", "x86_64", "codeSha256", this.code,
				"layerSha256", List.of(), "initializationType", "on-demand", "environment", Map.of(), "userEnvironment",
				Map.of()));
		plan.putAll(Map.of("logGroup", "/aws/lambda/attack", "logStream", "attack/" + this.id, "credentials",
				Map.of("accessKeyId", this.account.value(), "secretAccessKey", "secret", "sessionToken", "token")));
		return plan;
	}

	@Override
	public void close() {
		this.client.stop(this.id);
	}

}
