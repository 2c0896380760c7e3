package academy.coldstart.execution;

import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

/**
 * What came of a compilation.
 */
public sealed interface JavaCompilation {

	/**
	 * The sources are right, and Lambda can use the handler.
	 *
	 * @param classes the class files by path, such as {@code larkspur/Handler.class}
	 */
	record Compiled(SortedMap<String, byte[]> classes) implements JavaCompilation {
	}

	/**
	 * The learner has to change something.
	 *
	 * @param kind a short name, such as {@code compile-error}
	 * @param message what is wrong, in a sentence or two
	 * @param file the file to look at, if one is to blame
	 * @param line the line in it, from 1
	 * @param raw what the compiler said
	 */
	record Refused(String kind, String message, @Nullable String file, @Nullable Integer line,
			@Nullable String raw) implements JavaCompilation {
	}

}
