package academy.coldstart.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import academy.coldstart.execution.JavaCompilation;
import academy.coldstart.execution.JavaCompiler;
import academy.coldstart.execution.JavaSources;
import academy.coldstart.execution.LanguageRuntime;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Functions that do nothing, in every language that works on this machine.
 */
@Component
class FunctionStarts {

	private static final String JAVA = """
			package bench;

			public class Handler implements com.amazonaws.services.lambda.runtime.RequestHandler<Object, String> {

				@Override
				public String handleRequest(Object event, com.amazonaws.services.lambda.runtime.Context context) {
					return "";
				}

			}
			""";

	private final ObjectProvider<LanguageRuntime> runtimes;

	private final ObjectProvider<JavaCompiler> compiler;

	FunctionStarts(ObjectProvider<LanguageRuntime> runtimes, ObjectProvider<JavaCompiler> compiler) {
		this.runtimes = runtimes;
		this.compiler = compiler;
	}

	/**
	 * Write them.
	 * @param base an empty directory
	 * @return what can be started
	 * @throws IOException when they cannot be written
	 */
	List<FunctionStart> in(Path base) throws IOException {
		List<FunctionStart> starts = new ArrayList<>();
		add(starts, "python3.13", "app.handler", files("app.py", "def handler(event, context):\n    return 1\n"), base);
		add(starts, "nodejs24.x", "index.handler", files("index.mjs", "export const handler = async () => 1;\n"), base);
		add(starts, "java21", "bench.Handler::handleRequest", classes(), base);
		return starts;
	}

	private void add(List<FunctionStart> starts, String runtime, String handler, Map<String, byte[]> files, Path base)
			throws IOException {
		LanguageRuntime language = this.runtimes.stream().filter((each) -> each.runs(runtime)).findFirst().orElse(null);
		if (language != null && language.unavailable(runtime).isEmpty() && !files.isEmpty()) {
			starts.add(FunctionStart.of(language, runtime, handler, files, base));
		}
	}

	private Map<String, byte[]> classes() {
		JavaCompiler javac = this.compiler.getObject();
		if (javac.unavailable("java21").isPresent()) {
			return Map.of();
		}
		JavaSources sources = new JavaSources(new TreeMap<>(files("bench/Handler.java", JAVA)), "java21",
				"bench.Handler::handleRequest");
		return switch (javac.compile(sources)) {
			case JavaCompilation.Compiled compiled -> compiled.classes();
			case JavaCompilation.Refused refused -> throw new IllegalStateException(refused.message());
		};
	}

	private static Map<String, byte[]> files(String name, String text) {
		return Map.of(name, text.getBytes(StandardCharsets.UTF_8));
	}

}
