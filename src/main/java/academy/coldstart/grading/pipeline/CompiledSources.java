package academy.coldstart.grading.pipeline;

import java.util.SortedMap;
import java.util.function.Supplier;

import academy.coldstart.course.SourceFiles;
import academy.coldstart.execution.JavaCompilation;
import academy.coldstart.execution.JavaSources;
import academy.coldstart.submission.SubmissionHash;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Component;

/**
 * Remembers what sources were compiled to: whoever tries code and then has it checked, or
 * changes only the template, waits for the compiler once. A refusal is not remembered, as
 * a machine that is too busy may be its cause.
 */
@Component
class CompiledSources {

	private static final long MOST_BYTES = 32L * 1024 * 1024;

	private final Cache<Key, JavaCompilation.Compiled> compiled = Caffeine.newBuilder()
		.maximumWeight(MOST_BYTES)
		.weigher((Key key, JavaCompilation.Compiled value) -> weight(value.classes()))
		.build();

	/**
	 * Compile, unless the same sources were compiled before.
	 * @param sources the sources
	 * @param compiler compiles them
	 * @return the classes, or what the learner has to change
	 */
	JavaCompilation compile(JavaSources sources, Supplier<JavaCompilation> compiler) {
		Key key = new Key(SubmissionHash.of(new SourceFiles(sources.files())), sources.runtime(), sources.handler());
		JavaCompilation.Compiled known = this.compiled.getIfPresent(key);
		if (known != null) {
			return known;
		}
		JavaCompilation result = compiler.get();
		if (result instanceof JavaCompilation.Compiled made) {
			this.compiled.put(key, made);
		}
		return result;
	}

	private static int weight(SortedMap<String, byte[]> classes) {
		return 1 + classes.values().stream().mapToInt((content) -> content.length).sum();
	}

	private record Key(String files, String runtime, String handler) {
	}

}
