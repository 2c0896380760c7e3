package academy.coldstart.grading.pipeline;

import java.time.Duration;
import java.util.Optional;

import academy.coldstart.engine.Engine;
import academy.coldstart.engine.EngineStatus;
import academy.coldstart.execution.JavaCompilation;
import academy.coldstart.execution.JavaCompiler;
import academy.coldstart.execution.JavaSources;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Compiles Java, once the compiler is there: it is installed together with the engine.
 */
@Component
class JavaCompiling {

	private static final Duration GLANCE = Duration.ofMillis(200);

	private final ObjectProvider<JavaCompiler> compiler;

	private final CompiledSources compiled;

	private final Engine engine;

	private final GradingProperties properties;

	JavaCompiling(ObjectProvider<JavaCompiler> compiler, CompiledSources compiled, Engine engine,
			GradingProperties properties) {
		this.compiler = compiler;
		this.compiled = compiled;
		this.engine = engine;
		this.properties = properties;
	}

	/**
	 * Compile, waiting for the compiler to be installed.
	 * @param sources the sources
	 * @return the classes, or what the learner has to change
	 * @throws LanguageUnavailable when Java cannot be compiled here
	 */
	JavaCompilation compile(JavaSources sources) {
		long deadline = System.nanoTime() + this.properties.enginePatience().toNanos();
		JavaCompiler javac = this.compiler.getObject();
		Optional<String> obstacle = javac.unavailable(sources.runtime());
		while (obstacle.isPresent()) {
			if (!isInstalling() || System.nanoTime() > deadline) {
				throw new LanguageUnavailable(obstacle.get());
			}
			pause();
			obstacle = javac.unavailable(sources.runtime());
		}
		return this.compiled.compile(sources, () -> javac.compile(sources));
	}

	private boolean isInstalling() {
		this.engine.prepare();
		return this.engine.status().state() == EngineStatus.State.INSTALLING;
	}

	private static void pause() {
		try {
			Thread.sleep(GLANCE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LanguageUnavailable("Interrupted while waiting for the Java compiler.");
		}
	}

}
