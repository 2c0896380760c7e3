package academy.coldstart.compiler;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.util.JavacTask;

/**
 * Compiles a function. Started as: java ... Compiler RELEASE SOURCES CLASSPATH HANDLER.
 * No code of the function is run: annotation processors are off. Classes leave through
 * standard output only, so nobody reads files that were written here.
 */
public final class Compiler {

	/** More processor time than any submission needs. */
	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final Answer answer = new Answer(System.out);

	private final Path sources;

	private Compiler(Path sources) {
		this.sources = sources;
	}

	public static void main(String[] arguments) throws IOException {
		Compiler compiler = new Compiler(Path.of(arguments[1]));
		System.setOut(System.err);
		compiler.watch();
		try {
			compiler.compile(arguments[0], arguments[2], arguments[3]);
			compiler.answer.end();
		}
		catch (OutOfMemoryError | StackOverflowError ex) {
			compiler.answer.stopped("memory");
		}
		catch (RuntimeException ex) {
			// The compiler wraps what its parser meets.
			if (!isExhausted(ex)) {
				throw ex;
			}
			compiler.answer.stopped("memory");
		}
		System.exit(0);
	}

	private static boolean isExhausted(Throwable problem) {
		for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
			if (cause instanceof OutOfMemoryError || cause instanceof StackOverflowError) {
				return true;
			}
		}
		return false;
	}

	private void compile(String release, String classPath, String handler) throws IOException {
		JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
		DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
		try (StandardJavaFileManager files = javac.getStandardFileManager(diagnostics, Locale.ENGLISH,
				StandardCharsets.UTF_8); Stream<Path> all = Files.walk(this.sources)) {
			ClassCollector classes = new ClassCollector(files);
			List<String> options = List.of("--release", release, "-cp", classPath, "-proc:none", "-implicit:none", "-g",
					"-parameters", "-Xlint:none", "-Xmaxerrs", "50");
			List<Path> paths = all.filter((path) -> path.toString().endsWith(".java")).sorted().toList();
			JavacTask task = (JavacTask) javac.getTask(null, classes, diagnostics, options, null,
					files.getJavaFileObjectsFromPaths(paths));
			task.parse();
			new HandlerRules(task, this::relative, this.answer).check(handler, () -> failed(diagnostics));
			if (!failed(diagnostics)) {
				task.generate();
			}
			if (!failed(diagnostics)) {
				classes.classes().forEach(this.answer::compiled);
			}
			report(diagnostics);
		}
	}

	private static boolean failed(DiagnosticCollector<JavaFileObject> diagnostics) {
		return diagnostics.getDiagnostics().stream().anyMatch((one) -> one.getKind() == Diagnostic.Kind.ERROR);
	}

	private void report(DiagnosticCollector<JavaFileObject> diagnostics) {
		StringBuilder raw = new StringBuilder();
		for (Diagnostic<? extends JavaFileObject> one : diagnostics.getDiagnostics()) {
			if (one.getKind() == Diagnostic.Kind.ERROR) {
				this.answer.error((one.getSource() != null) ? relative(Path.of(one.getSource().toUri())) : "",
						Math.max(0, one.getLineNumber()), String.valueOf(one.getCode()), one.getMessage(Locale.ENGLISH));
				raw.append(one.toString().replace(this.sources + "/", "")).append('\n');
			}
		}
		this.answer.raw(raw.toString());
	}

	private String relative(Path file) {
		return file.startsWith(this.sources) ? this.sources.relativize(file).toString() : "";
	}

	/** End with an answer when compiling takes more processor time than it may. */
	private void watch() {
		Thread thread = new Thread(() -> {
			while (ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).compareTo(LIMIT) < 0) {
				try {
					Thread.sleep(200);
				}
				catch (InterruptedException ex) {
					return;
				}
			}
			this.answer.stopped("time");
			Runtime.getRuntime().halt(0);
		}, "limit");
		thread.setDaemon(true);
		thread.start();
	}

}
