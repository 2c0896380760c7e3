package academy.coldstart.grading.pipeline;

import java.io.PrintWriter;
import java.io.StringWriter;

import academy.coldstart.engine.EngineUnavailable;
import academy.coldstart.execution.JavaCompilation;
import academy.coldstart.grader.HandlerProblem;
import academy.coldstart.grading.GradeReport.Problem;
import academy.coldstart.grading.deployment.DeploymentFailed;
import academy.coldstart.grading.template.InvalidTemplate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Words problems for the report.
 */
final class Problems {

	private static final int RAW_LIMIT = 8_000;

	private static final String OURS = " This is not the fault of the submission, and no attempt was used.";

	private Problems() {
	}

	static Problem handlerMissing(String file) {
		return new Problem("package", "handler-missing",
				"The file %s is missing: the handler must be in it.".formatted(file), file, null, null);
	}

	/**
	 * Word that compiled code was handed in, which is not taken: what runs has to be what
	 * can be read.
	 * @param file the file
	 * @return the problem
	 */
	static Problem compiledCode(String file) {
		return new Problem("package", "compiled-code",
				"%s is compiled code. Hand in Java sources only; they are compiled here, with the libraries that Lambda functions find."
					.formatted(file),
				file, null, null);
	}

	static Problem compilation(JavaCompilation.Refused refused) {
		String raw = refused.raw();
		return new Problem("package", refused.kind(), refused.message(), refused.file(), refused.line(),
				(raw != null) ? bounded(raw) : null);
	}

	static Problem template(String stage, InvalidTemplate problem, String file) {
		return new Problem(stage, problem.kind(), String.valueOf(problem.getMessage()), file, problem.line(), null,
				problem.others()
					.stream()
					.map((other) -> new Problem.Other(other.kind(), String.valueOf(other.getMessage()), file,
							other.line()))
					.toList(),
				problem.left());
	}

	static Problem deployment(DeploymentFailed problem, String file) {
		return new Problem("deploy", "deployment-failed", String.valueOf(problem.getMessage()), file, problem.line(),
				bounded(problem.raw()));
	}

	static Problem handler(HandlerProblem problem) {
		return new Problem("run", problem.kind(), problem.message(),
				(problem.place() != null) ? problem.place().file() : null,
				(problem.place() != null) ? problem.place().line() : null, bounded(problem.raw()));
	}

	/**
	 * Word a fault of the platform.
	 * @param stage where it happened
	 * @param fault the fault
	 * @return the problem
	 */
	static Problem fault(String stage, Throwable fault) {
		return switch (fault) {
			case EngineUnavailable unavailable -> new Problem(stage, Problem.ENGINE_UNAVAILABLE,
					"The engine cannot grade now: " + unavailable.status().summary() + OURS, null, null,
					String.join("\n", unavailable.status().remedies()));
			case LanguageUnavailable unavailable ->
				new Problem(stage, "language-unavailable", unavailable.getMessage() + OURS, null, null, null);
			case SdkClientException unreachable -> new Problem(stage, "engine-unreachable",
					"The engine did not answer: " + sentence(unreachable.getMessage()) + OURS, null, null,
					trace(unreachable));
			default -> new Problem(stage, "platform-fault",
					"Coldstart failed while it graded: " + sentence(fault.getMessage()) + OURS, null, null,
					trace(fault));
		};
	}

	/**
	 * Word that a check broke.
	 * @param id the id of the check
	 * @param message what broke
	 * @param raw the stack trace
	 * @return the problem
	 */
	static Problem errored(String id, String message, @Nullable String raw) {
		return new Problem("run", "check-errored", "Coldstart failed while it ran check " + id + ": " + message + OURS,
				null, null, raw);
	}

	/**
	 * End a message of an exception as a sentence ends.
	 * @param message the message
	 * @return the message with a full stop, if it had none
	 */
	static String sentence(@Nullable String message) {
		String text = String.valueOf(message);
		return text.endsWith(".") ? text : text + ".";
	}

	static String trace(Throwable fault) {
		StringWriter text = new StringWriter();
		fault.printStackTrace(new PrintWriter(text));
		return bounded(text.toString());
	}

	private static String bounded(String raw) {
		return (raw.length() <= RAW_LIMIT) ? raw : raw.substring(0, RAW_LIMIT) + "\n…";
	}

}
