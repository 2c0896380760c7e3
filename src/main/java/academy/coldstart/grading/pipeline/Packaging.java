package academy.coldstart.grading.pipeline;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

import academy.coldstart.course.HandlerLocation;
import academy.coldstart.course.Language;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.execution.JavaCompilation;
import academy.coldstart.execution.JavaSources;
import academy.coldstart.grading.GradingTask;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes a submission's files into what is deployed. Python and JavaScript are deployed as
 * they are; Java is compiled, once for all seeds.
 */
@Component
class Packaging {

	private static final String TESTS = "src/test/";

	private static final String RESOURCES = "src/main/resources/";

	private final JavaCompiling compiling;

	Packaging(JavaCompiling compiling) {
		this.compiling = compiling;
	}

	/**
	 * Package a submission.
	 * @param task the submission and its exercise
	 * @param handler where the handler is, or null when the exercise has none
	 * @return the files to deploy
	 * @throws Rejected when the learner has to change something
	 */
	SourceFiles pack(GradingTask task, @Nullable HandlerLocation handler) {
		if (task.language() != Language.JAVA || handler == null) {
			return task.files();
		}
		SortedMap<String, byte[]> sources = new TreeMap<>();
		TreeMap<String, byte[]> packaged = new TreeMap<>();
		task.files().contents().forEach((path, content) -> {
			if (isSource(path)) {
				sources.put(path, content);
			}
			else if (path.startsWith(RESOURCES)) {
				packaged.put(path.substring(RESOURCES.length()), content);
			}
			else {
				packaged.put(accepted(path), content);
			}
		});
		packaged.putAll(classes(new JavaSources(sources, handler.runtime(), handler.entry())));
		return new SourceFiles(packaged);
	}

	private static boolean isSource(String path) {
		return path.endsWith(".java") && !path.startsWith(TESTS);
	}

	private static String accepted(String path) {
		String name = path.toLowerCase(Locale.ROOT);
		if (name.endsWith(".jar") || name.endsWith(".class")) {
			throw new Rejected(Problems.compiledCode(path));
		}
		return path;
	}

	private SortedMap<String, byte[]> classes(JavaSources sources) {
		return switch (this.compiling.compile(sources)) {
			case JavaCompilation.Compiled compiled -> compiled.classes();
			case JavaCompilation.Refused refused -> throw new Rejected(Problems.compilation(refused));
		};
	}

}
