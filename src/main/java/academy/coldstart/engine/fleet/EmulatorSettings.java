package academy.coldstart.engine.fleet;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The environment variables that every LocalStack gets, however it is run.
 */
public final class EmulatorSettings {

	/** The variable that names the root folder, by which its processes are found. */
	public static final String ROOT = "FILESYSTEM_ROOT";

	/** What holds for every LocalStack. */
	private static final Map<String, String> SETTINGS = Map.ofEntries(Map.entry("SQS_ENDPOINT_STRATEGY", "path"),
			Map.entry("SKIP_SSL_CERT_DOWNLOAD", "1"), Map.entry("DISABLE_EVENTS", "1"), Map.entry("DNS_ADDRESS", "0"),
			Map.entry("LAMBDA_RUNTIME_EXECUTOR", "coldstart"), Map.entry("STRICT_SERVICE_LOADING", "1"),
			Map.entry("EAGER_SERVICE_LOADING", "0"), Map.entry("PROVIDER_OVERRIDE_DYNAMODB", "v2"),
			Map.entry("DYNAMODB_IN_MEMORY", "1"), Map.entry("LAMBDA_SYNCHRONOUS_CREATE", "0"),
			Map.entry("LAMBDA_KEEPALIVE_MS", "600000"), Map.entry("LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT", "180"),
			Map.entry("LAMBDA_RETRY_BASE_DELAY", "1"),
			Map.entry("LAMBDA_EVENT_SOURCE_MAPPING_MAX_BACKOFF_ON_EMPTY_POLL_SEC", "1"),
			Map.entry("LAMBDA_EVENT_SOURCE_MAPPING_POLL_INTERVAL_SEC", "0.2"),
			Map.entry("SQS_DISABLE_CLOUDWATCH_METRICS", "1"), Map.entry("CFN_IGNORE_UNSUPPORTED_RESOURCE_TYPES", "1"),
			Map.entry("CFN_PER_RESOURCE_TIMEOUT", "60"), Map.entry("ALLOW_NONSTANDARD_REGIONS", "0"),
			Map.entry("LS_LOG", "warn"), Map.entry("PYTHONUNBUFFERED", "1"), Map.entry("PYTHONNOUSERSITE", "1"));

	private EmulatorSettings() {
	}

	/**
	 * Return the variables. Whether LocalStack finds itself in a container or not, it
	 * keeps its files below the root folder.
	 * @param listen the address and port that it listens on
	 * @param port the port that callers use
	 * @param services the services it emulates
	 * @param root the folder that it has for itself, with folders {@code tmp},
	 * {@code cache}, {@code home}, {@code config} and a file {@code aws.config}
	 * @return the variables
	 */
	public static Map<String, String> of(String listen, int port, List<String> services, Path root) {
		Map<String, String> variables = new TreeMap<>(SETTINGS);
		variables.put("GATEWAY_LISTEN", listen);
		variables.put("LOCALSTACK_HOST", "localhost:" + port);
		variables.put("SERVICES", String.join(",", services));
		variables.put("OVERRIDE_IN_DOCKER", "0");
		variables.put(ROOT, root.toString());
		variables.put("TMPDIR", root.resolve("tmp").toString());
		variables.put("XDG_CACHE_HOME", root.resolve("cache").toString());
		variables.put("HOME", root.resolve("home").toString());
		variables.put("CONFIG_DIR", root.resolve("config").toString());
		variables.put("AWS_CONFIG_FILE", root.resolve("aws.config").toString());
		// The bucket name that lets a template read any folder of the machine: nobody
		// knows it.
		variables.put("BUCKET_MARKER_LOCAL", UUID.randomUUID().toString());
		return variables;
	}

}
