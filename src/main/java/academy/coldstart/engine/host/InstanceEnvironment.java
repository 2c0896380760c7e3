package academy.coldstart.engine.host;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import academy.coldstart.engine.fleet.EmulatorSettings;

/**
 * The environment variables of LocalStack.
 */
final class InstanceEnvironment {

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
		variables.putAll(EmulatorSettings.of("127.0.0.1:" + port, port, services, directory.root()));
		variables.put("PYTHONPATH", directory.plugin().toString());
		return variables;
	}

}
