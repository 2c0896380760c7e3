package academy.coldstart.grader;

import java.util.Objects;
import java.util.Optional;

import academy.coldstart.trace.Body;
import academy.coldstart.trace.Invocation;
import tools.jackson.databind.JsonNode;

/**
 * Finds out from the trace that a function behind an event source can never be started.
 */
final class StartFailures {

	private StartFailures() {
	}

	static Optional<HandlerProblem> find(Run run) {
		Timeline timeline = run.trace().timeline();
		if (timeline.hasInitialized() || !timeline.hasFailedInit()) {
			return Optional.empty();
		}
		return Optional.of(timeline.invocations()
			.stream()
			.map(Invocation::response)
			.filter(Objects::nonNull)
			.map(StartFailures::error)
			.filter((error) -> error.has("errorType"))
			.findFirst()
			.map((error) -> FunctionErrors.problem(error, run.files()))
			.orElseGet(() -> unexplained(run)));
	}

	private static JsonNode error(Body body) {
		String text = body.text();
		return Json.read((text != null) ? text : "");
	}

	private static HandlerProblem unexplained(Run run) {
		StringBuilder raw = new StringBuilder();
		run.trace().logs().list().stream().limit(50).forEach((line) -> raw.append(line.text()).append('\n'));
		return new HandlerProblem("init-failed",
				"The function failed while it started, in every environment; its log tells more.", null,
				raw.toString());
	}

}
