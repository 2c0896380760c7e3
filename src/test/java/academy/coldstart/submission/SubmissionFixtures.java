package academy.coldstart.submission;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.ExerciseKind;
import academy.coldstart.course.HandlerLocation;
import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;

/**
 * An exercise and uploads for it.
 */
public final class SubmissionFixtures {

	private SubmissionFixtures() {
	}

	public static Exercise exercise() {
		return exercise(ExerciseKind.HANDLER);
	}

	public static Exercise exercise(ExerciseKind kind) {
		Map<Language, HandlerLocation> handlers = Map.of(Language.PYTHON,
				new HandlerLocation("handler.py", "handler.handler", "python3.13"), Language.NODE,
				new HandlerLocation("src/index.mjs", "index.handler", "nodejs22.x"));
		List<CheckDefinition> checks = List.of(
				new CheckDefinition("C1", "Charges once", 60, true, CheckDefinition.Visibility.VISIBLE,
						List.of("a", "b", "c")),
				new CheckDefinition("C2", "Answers again", 40, false, CheckDefinition.Visibility.VISIBLE,
						List.of("a", "b", "c")));
		return new Exercise(new Slug("charge-once"), "E05", 3, "Paid twice", new Slug("idempotency"), 2, 30, true,
				List.of(), kind, handlers, null, Set.of("dynamodb"), checks, Path.of("exercises/charge-once"));
	}

	public static Upload.Form form(String handler) {
		return new Upload.Form(Map.of("handler.py", handler));
	}

	static Upload.Part part(String path, String content) {
		return part(path, content.getBytes(StandardCharsets.UTF_8));
	}

	static Upload.Part part(String path, byte[] content) {
		return new Upload.Part(path, () -> new java.io.ByteArrayInputStream(content));
	}

	static Upload.Zip zip(byte[] archive) {
		return new Upload.Zip(() -> new java.io.ByteArrayInputStream(archive));
	}

}
