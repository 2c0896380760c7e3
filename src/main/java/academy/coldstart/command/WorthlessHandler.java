package academy.coldstart.command;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import academy.coldstart.course.Language;
import academy.coldstart.course.SourceFiles;

/**
 * Handlers that are of no use in any exercise.
 */
final class WorthlessHandler {

	private WorthlessHandler() {
	}

	/**
	 * Return a handler that answers and does nothing.
	 * @param file its file
	 * @param entry its handler setting
	 * @param language its language
	 * @return its file
	 */
	static SourceFiles idle(String file, String entry, Language language) {
		return handler(file, entry, language, switch (language) {
			case PYTHON -> "return {\"statusCode\": 200, \"ok\": True}";
			case NODE -> "return { statusCode: 200, ok: true };";
			case JAVA -> "return java.util.Map.of(\"statusCode\", 200, \"ok\", true);";
		});
	}

	/**
	 * Return a handler that always fails.
	 * @param file its file
	 * @param entry its handler setting
	 * @param language its language
	 * @return its file
	 */
	static SourceFiles failing(String file, String entry, Language language) {
		return handler(file, entry, language, switch (language) {
			case PYTHON -> "raise RuntimeError('no')";
			case NODE -> "throw new Error('no');";
			case JAVA -> "throw new IllegalStateException(\"no\");";
		});
	}

	private static SourceFiles handler(String file, String entry, Language language, String statement) {
		String function = entry.substring(entry.lastIndexOf('.') + 1);
		String text = switch (language) {
			case PYTHON -> "def " + function + "(event, context):\n    " + statement + "\n";
			case NODE -> (file.endsWith(".mjs") ? "export const " : "exports.") + function + " = async () => { "
					+ statement + " };\n";
			case JAVA -> java(entry, statement);
		};
		return SourceFiles.of(Map.of(file, text.getBytes(StandardCharsets.UTF_8)));
	}

	private static String java(String entry, String statement) {
		String[] parts = entry.split("::", 2);
		int dot = parts[0].lastIndexOf('.');
		String method = (parts.length == 2) ? parts[1] : "handleRequest";
		String contract = (parts.length == 2) ? ""
				: " implements com.amazonaws.services.lambda.runtime.RequestHandler<Object, Object>";
		String head = (dot < 0) ? "" : "package " + parts[0].substring(0, dot) + ";\n";
		return head + "public class " + parts[0].substring(dot + 1) + contract + " {\n    public Object " + method
				+ "(Object event, com.amazonaws.services.lambda.runtime.Context context) {\n        " + statement
				+ "\n    }\n}\n";
	}

}
