package academy.coldstart.engine.host;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import academy.coldstart.engine.fleet.EmulatorSettings;

/**
 * The environment variables of LocalStack.
 */
final class InstanceEnvironment {

	static final String ROOT = "FILESYSTEM_ROOT";

	private InstanceEnvironment() {
	}

	/**
	 * Return all variables of an instance.
	 * @param directory its folder
	 * @param port the port it listens on
	 * @param services the services it emulates
	 * @param others the variables of the plug-in and those inherited
	 * @return the variables
	 */
	static Map<String, String> of(InstanceDirectory directory, int port, List<String> services,
			Map<String, String> others) {
		Map<String, String> variables = new TreeMap<>(others);
		variables.putAll(EmulatorSettings.of("127.0.0.1:" + port, port, services));
		// It would take this machine for its container when it runs in another one.
		variables.put("OVERRIDE_IN_DOCKER", "0");
		variables.put(ROOT, directory.root().toString());
		variables.put("TMPDIR", directory.root().resolve("tmp").toString());
		variables.put("XDG_CACHE_HOME", directory.root().resolve("cache").toString());
		variables.put("HOME", directory.root().resolve("home").toString());
		variables.put("CONFIG_DIR", directory.root().resolve("config").toString());
		variables.put("AWS_CONFIG_FILE", directory.awsConfiguration().toString());
		variables.put("PYTHONPATH", directory.plugin().toString());
		return variables;
	}

}
