package academy.coldstart.execution;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Puts together the environment variables of a function: those of the Lambda service and
 * the function's own, then those that neither may change.
 */
final class EnvironmentVariables {

	private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

	/**
	 * Variables of the engine, and those that would lead past the recorded way to AWS.
	 */
	private static final Set<String> DROPPED = Set.of("EDGE_PORT", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "AWS_PROFILE",
			"AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE");

	private final Map<String, String> values = new TreeMap<>();

	EnvironmentVariables(EnvironmentPlan plan, AwsEndpoint.Line line) {
		set("LANG", "C.UTF-8");
		set("TZ", ":UTC");
		set("AWS_XRAY_DAEMON_ADDRESS", "127.0.0.1:2000");
		set("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR");
		set("_AWS_XRAY_DAEMON_ADDRESS", "127.0.0.1");
		set("_AWS_XRAY_DAEMON_PORT", "2000");
		merge(plan.environment(), line);
		merge(plan.userEnvironment(), line);
		function(plan);
		set("AWS_ENDPOINT_URL", line.uri().toString());
	}

	EnvironmentVariables set(String name, String value) {
		this.values.put(name, value);
		return this;
	}

	/**
	 * Add a directory to the end of a path variable.
	 * @param name the variable
	 * @param path what to add
	 * @return this
	 */
	EnvironmentVariables append(String name, String path) {
		this.values.merge(name, path, (old, added) -> old.isEmpty() ? added : old + ":" + added);
		return this;
	}

	EnvironmentVariables companions(Map<String, URI> addresses) {
		addresses.forEach((variable, address) -> set(variable, address.toString()));
		return this;
	}

	Map<String, String> toMap() {
		return new LinkedHashMap<>(this.values);
	}

	private void merge(Map<String, String> added, AwsEndpoint.Line line) {
		added.forEach((name, value) -> {
			if (NAME.matcher(name).matches() && !name.startsWith("LOCALSTACK_") && !DROPPED.contains(name)
					&& value.indexOf('\0') < 0) {
				set(name, line.inward(value));
			}
		});
	}

	private void function(EnvironmentPlan plan) {
		set("_HANDLER", plan.handler());
		set("AWS_REGION", plan.region());
		set("AWS_DEFAULT_REGION", plan.region());
		set("AWS_LAMBDA_FUNCTION_NAME", plan.function());
		set("AWS_LAMBDA_FUNCTION_VERSION", plan.qualifier());
		set("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(plan.memoryMb()));
		set("AWS_LAMBDA_INITIALIZATION_TYPE", plan.initializationType());
		set("AWS_LAMBDA_LOG_GROUP_NAME", plan.logGroup());
		set("AWS_LAMBDA_LOG_STREAM_NAME", plan.logStream());
		set("AWS_ACCESS_KEY_ID", plan.credentials().accessKeyId());
		set("AWS_SECRET_ACCESS_KEY", plan.credentials().secretAccessKey());
		set("AWS_SESSION_TOKEN", plan.credentials().sessionToken());
		this.values.putIfAbsent("AWS_EXECUTION_ENV", "AWS_Lambda_" + plan.runtime());
	}

}
