package academy.coldstart.grading.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.ExerciseKind;
import academy.coldstart.course.GivenCode;
import academy.coldstart.course.HandlerLocation;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.grading.GradingTask;
import academy.coldstart.grading.template.DynamicReferences;
import academy.coldstart.grading.template.GivenFunctions;
import academy.coldstart.grading.template.InvalidTemplate;
import academy.coldstart.grading.template.Template;
import academy.coldstart.grading.template.TemplateChecks;
import academy.coldstart.grading.template.TemplateParser;
import academy.coldstart.grading.template.TemplatePolicy;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a submission before an engine is asked for.
 */
final class Preparation {

	private Preparation() {
	}

	/**
	 * Prepare a submission.
	 * @param submitted the submission and its exercise
	 * @param packaging makes its files into what is deployed
	 * @return what the runs need
	 * @throws Rejected when its files cannot be graded as they are
	 */
	static Prepared prepare(GradingTask submitted, Packaging packaging) {
		GradingTask task = withGivenCode(submitted);
		HandlerLocation handler = task.exercise().handlers().get(task.language());
		checkHandler(task, handler);
		Class<?> grader = Graders.find(task.exercise());
		Path own = task.exercise().template();
		if (own != null) {
			Template template = TemplateParser.parse(read(task.exercise(), own));
			TemplateChecks.check(template);
			return new Prepared(grader, template, "", handler, task.files(), packaging.pack(task, handler),
					task.exercise().roles(), task.alone());
		}
		byte[] written = task.files().contents().get(Exercise.TEMPLATE);
		if (written == null) {
			throw new Rejected(Problems.template("package",
					new InvalidTemplate("template-missing",
							"The file template.yaml is missing: it describes what is deployed.", null),
					Exercise.TEMPLATE));
		}
		try {
			Template template = policy(task).read(written, (read) -> checkRuntimes(task, handler, read));
			return new Prepared(grader, template, Exercise.TEMPLATE, handler, task.files(),
					packaging.pack(task, handler), task.exercise().roles(), task.alone());
		}
		catch (InvalidTemplate ex) {
			throw new Rejected(Problems.template("deploy", ex, Exercise.TEMPLATE));
		}
	}

	private static void checkRuntimes(GradingTask task, @Nullable HandlerLocation handler, Template template) {
		if (handler != null) {
			RuntimeCheck.of(task.language(), handler).check(template);
		}
	}

	private static TemplatePolicy policy(GradingTask task) {
		DynamicReferences references = new DynamicReferences(task.exercise().dynamicReferences());
		return new TemplatePolicy(references,
				(task.exercise().kind() == ExerciseKind.TEMPLATE) ? given(task) : GivenFunctions.NONE);
	}

	private static GivenFunctions given(GradingTask task) {
		return GivenCode.template(task.exercise(), task.language())
			.map(TemplateParser::parse)
			.map(GivenFunctions::of)
			.orElse(GivenFunctions.NONE);
	}

	// Where the template is the task, changed code would be another exercise.
	private static GradingTask withGivenCode(GradingTask submitted) {
		if (submitted.exercise().kind() != ExerciseKind.TEMPLATE) {
			return submitted;
		}
		Map<String, byte[]> files = new HashMap<>(GivenCode.of(submitted.exercise(), submitted.language()).contents());
		byte[] template = submitted.files().contents().get(Exercise.TEMPLATE);
		if (template != null) {
			files.put(Exercise.TEMPLATE, template);
		}
		return new GradingTask(submitted.exercise(), submitted.language(), SourceFiles.of(files), submitted.seeds(),
				submitted.alone());
	}

	private static void checkHandler(GradingTask task, @Nullable HandlerLocation handler) {
		if (handler == null) {
			return;
		}
		if (!task.files().contents().containsKey(handler.file())) {
			throw new Rejected(Problems.handlerMissing(handler.file()));
		}
	}

	private static byte[] read(Exercise exercise, Path template) {
		try {
			return Files.readAllBytes(exercise.directory().resolve(template));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The template of " + exercise.slug() + " cannot be read", ex);
		}
	}

}
