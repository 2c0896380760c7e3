package academy.coldstart.engine.fleet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks at a running LocalStack from outside: whether it answers, runs functions our way
 * and can be reached from this machine only.
 */
final class Inspection {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String HOOKS = "localstack.hooks.on_infra_start";

	private static final String OUR_HOOK = "coldstart_calls";

	private static final HttpClient CLIENT = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.proxy(HttpClient.Builder.NO_PROXY)
		.build();

	private Inspection() {
	}

	/**
	 * Make sure that an instance may be used.
	 * @param instance the instance
	 * @throws InstanceFailed when it may not
	 */
	static void inspect(Instance instance) {
		requireExecutor(instance.endpoint());
		instance.requireConfined();
	}

	static boolean answers(URI endpoint) {
		try {
			return get(endpoint.resolve("/_localstack/health")).statusCode() == 200;
		}
		catch (InstanceFailed ex) {
			return false;
		}
	}

	private static void requireExecutor(URI endpoint) {
		JsonNode hooks = JSON.readTree(get(endpoint.resolve("/_localstack/plugins")).body()).path(HOOKS);
		for (JsonNode hook : hooks) {
			if (OUR_HOOK.equals(hook.path("name").asString("")) && hook.path("is_loaded").asBoolean(false)) {
				return;
			}
		}
		throw new InstanceFailed("LocalStack did not load the plug-in that runs functions.");
	}

	private static HttpResponse<String> get(URI uri) {
		try {
			HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
			return CLIENT.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new InstanceFailed("LocalStack does not answer: " + ex + ".", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InstanceFailed("Interrupted while asking LocalStack.", ex);
		}
	}

}
