package academy.coldstart.grading.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import academy.coldstart.execution.JavaCompilation;
import academy.coldstart.execution.JavaSources;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is compiled once, and what again.
 */
class CompiledSourcesTests {

	private static final JavaCompilation FIRST = new JavaCompilation.Compiled(new TreeMap<>());

	private static final JavaCompilation SECOND = new JavaCompilation.Compiled(
			new TreeMap<>(Map.of("Other.class", new byte[] { 1 })));

	private static final JavaCompilation REFUSED = new JavaCompilation.Refused("compile-time", "It took too long.",
			null, null, null);

	private final CompiledSources compiled = new CompiledSources();

	private final Deque<JavaCompilation> answers = new ArrayDeque<>();

	@Test
	void sameSourcesAreCompiledOnce() {
		this.answers.addAll(List.of(FIRST, SECOND));
		assertThat(compile(sources("class A {}", "java21", "A"))).isSameAs(FIRST);
		assertThat(compile(sources("class A {}", "java21", "A"))).isSameAs(FIRST);
	}

	@Test
	void anythingThatDiffersIsCompiledAnew() {
		compiledAnew(sources("class A { }", "java21", "A"));
		compiledAnew(sources("class A {}", "java25", "A"));
		compiledAnew(sources("class A {}", "java21", "A::handle"));
	}

	@Test
	void refusalIsNotRemembered() {
		this.answers.addAll(List.of(REFUSED, FIRST));
		assertThat(compile(sources("class A {}", "java21", "A"))).isSameAs(REFUSED);
		assertThat(compile(sources("class A {}", "java21", "A"))).isSameAs(FIRST);
	}

	private void compiledAnew(JavaSources other) {
		this.answers.addAll(List.of(FIRST, SECOND));
		compile(sources("class A {}", "java21", "A"));
		this.answers.removeIf(FIRST::equals);
		assertThat(compile(other)).isSameAs(SECOND);
	}

	private JavaCompilation compile(JavaSources sources) {
		return this.compiled.compile(sources, this.answers::remove);
	}

	private static JavaSources sources(String text, String runtime, String handler) {
		return new JavaSources(new TreeMap<>(Map.of("A.java", text.getBytes(StandardCharsets.UTF_8))), runtime,
				handler);
	}

}
