package academy.coldstart.engine.installation;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The few variables of this application's environment that its child processes see: where
 * programs are, whom to trust, and the way to the internet.
 *
 * @param variables the variables
 */
public record InheritedEnvironment(Map<String, String> variables) {

	private static final Set<String> NAMES = Set.of("PATH", "SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE",
			"CURL_CA_BUNDLE", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy");

	public InheritedEnvironment {
		variables = Map.copyOf(variables);
	}

	public static InheritedEnvironment from(Map<String, String> environment) {
		Map<String, String> variables = new TreeMap<>(environment);
		variables.keySet().retainAll(NAMES);
		return new InheritedEnvironment(variables);
	}

	/**
	 * Return the variables together with others, which win.
	 * @param others the other variables
	 * @return all of them
	 */
	public Map<String, String> with(Map<String, String> others) {
		Map<String, String> all = new TreeMap<>(this.variables);
		all.putAll(others);
		return all;
	}

}
