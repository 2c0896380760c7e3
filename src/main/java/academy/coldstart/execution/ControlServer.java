package academy.coldstart.execution;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * What the plug-in inside the engine calls: archives, environments and invocations. Every
 * request needs the token.
 */
final class ControlServer implements Request.Handler {

	private static final Logger logger = LoggerFactory.getLogger(ControlServer.class);

	private static final int MAX_BODY_BYTES = 32 * 1024 * 1024;

	private final byte[] authorization;

	private final EnvironmentRegistry registry;

	private final HostFacilities facilities;

	private final List<LanguageRuntime> languages;

	ControlServer(String token, EnvironmentRegistry registry, HostFacilities facilities,
			List<LanguageRuntime> languages) {
		this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
		this.registry = registry;
		this.facilities = facilities;
		this.languages = List.copyOf(languages);
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) {
		Exchange exchange = new Exchange(request, response, callback);
		try {
			byte[] sent = exchange.header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8);
			if (MessageDigest.isEqual(this.authorization, sent)) {
				route(exchange);
			}
			else {
				problem(exchange, 401, "The token is missing or wrong");
			}
		}
		catch (ArchiveRejected ex) {
			problem(exchange, 400, String.valueOf(ex.getMessage()));
		}
		catch (IllegalArgumentException | JacksonException ex) {
			problem(exchange, 400, "The request is not understood: " + ex.getMessage());
		}
		catch (RuntimeException ex) {
			logger.error("{} {} failed", exchange.method(), exchange.path(), ex);
			problem(exchange, 500, "The environment host failed: " + ex.getMessage());
		}
		return true;
	}

	private void route(Exchange exchange) {
		String[] path = exchange.path().substring(1).split("/", -1);
		String route = exchange.method() + " " + path[0] + ((path.length == 3) ? " " + path[2] : "");
		String id = (path.length > 1) ? path[1] : "";
		switch (route + ((path.length > 3) ? " ..." : "")) {
			case "GET health" -> exchange.json(200, Map.of("status", "ok"));
			case "HEAD archives" -> exchange.text(this.facilities.archives().has(id) ? 200 : 404, "");
			case "PUT archives" -> put(exchange, id);
			case "POST environments" -> start(exchange);
			case "POST environments invocations" -> invoke(exchange, id);
			case "GET environments logs" -> log(exchange, id);
			case "DELETE environments" -> exchange.json(this.registry.remove(id) ? 200 : 404, Map.of("id", id));
			default -> problem(exchange, 404, "There is no " + exchange.method() + " " + exchange.path());
		}
	}

	private void put(Exchange exchange, String sha256) {
		this.facilities.archives().put(sha256, exchange.stream());
		exchange.json(201, Map.of("sha256", sha256));
	}

	private void start(Exchange exchange) {
		EnvironmentPlan plan = EnvironmentPlanReader.read(body(exchange));
		Optional<String> fault = this.facilities.isolation().unavailable();
		if (fault.isPresent()) {
			problem(exchange, 503, fault.get());
			return;
		}
		Optional<Admission> admission = this.registry.admission(plan.account());
		if (admission.isEmpty()) {
			problem(exchange, 403, "Account " + plan.account() + " is not admitted");
			return;
		}
		Optional<LanguageRuntime> language = this.languages.stream()
			.filter((each) -> each.runs(plan.runtime()))
			.findFirst();
		Optional<String> obstacle = language.map((each) -> each.unavailable(plan.runtime()))
			.orElse(Optional.of("Functions with the runtime '" + plan.runtime() + "' cannot run here"));
		if (language.isEmpty() || obstacle.isPresent()) {
			initError(exchange, ErrorObject.of("Runtime.Unavailable", obstacle.orElse(""), ""));
			return;
		}
		start(exchange, new FunctionEnvironment(this.facilities, admission.get(), plan, language.get()));
	}

	private void start(Exchange exchange, FunctionEnvironment environment) {
		if (!this.registry.add(environment)) {
			problem(exchange, 409, "The environment exists already, or its account was dismissed");
			return;
		}
		String id = environment.plan().id();
		try {
			switch (environment.start()) {
				case InitOutcome.Ready ready -> exchange.json(200, Map.of("initMs", ready.milliseconds()));
				case InitOutcome.Failed failed -> initError(exchange, failed.error());
				case InitOutcome.Stopped stopped -> problem(exchange, 409, "The environment was stopped");
			}
		}
		catch (ArchiveRejected ex) {
			this.registry.remove(id);
			initError(exchange, ErrorObject.of("InvalidZipFileException", String.valueOf(ex.getMessage()), ""));
		}
		catch (RuntimeException ex) {
			this.registry.remove(id);
			throw ex;
		}
	}

	private void invoke(Exchange exchange, String id) {
		Optional<FunctionEnvironment> environment = this.registry.find(id);
		if (environment.isEmpty()) {
			problem(exchange, 404, "There is no environment " + id);
			return;
		}
		InvocationOrder order = InvocationOrder.read(body(exchange));
		environment.get()
			.invoke(order)
			.ifPresentOrElse((answer) -> exchange.json(200, answer),
					() -> problem(exchange, 409, "The environment was stopped"));
	}

	private void log(Exchange exchange, String id) {
		this.registry.find(id)
			.ifPresentOrElse((environment) -> exchange.text(200, environment.log()),
					() -> problem(exchange, 404, "There is no environment " + id));
	}

	private static byte[] body(Exchange exchange) {
		return exchange.body(MAX_BODY_BYTES)
			.orElseThrow(() -> new IllegalArgumentException("The body is larger than 32 MiB"));
	}

	private static void initError(Exchange exchange, ErrorObject error) {
		exchange.json(422, Map.of("initError", error.content()));
	}

	private static void problem(Exchange exchange, int status, String message) {
		exchange.json(status, Map.of("message", message));
	}

}
