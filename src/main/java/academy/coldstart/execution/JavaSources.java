package academy.coldstart.execution;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Java sources to be compiled. The contents must not be changed by callers.
 *
 * @param files the files by relative path with forward slashes
 * @param runtime the Lambda runtime identifier, which decides the release of the language
 * @param handler the handler setting that is to be checked, or an empty text
 */
public record JavaSources(SortedMap<String, byte[]> files, String runtime, String handler) {

	public JavaSources {
		files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
	}

}
