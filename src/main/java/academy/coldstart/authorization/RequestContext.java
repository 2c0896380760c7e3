package academy.coldstart.authorization;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The condition keys of a request with their values. The names of keys are not
 * case-sensitive.
 */
public final class RequestContext {

	private final Map<String, List<String>> values;

	private RequestContext(Map<String, List<String>> values) {
		this.values = Map.copyOf(values);
	}

	/**
	 * Create a context.
	 * @param values the values by condition key, such as {@code aws:SourceArn}
	 * @return the context
	 */
	public static RequestContext of(Map<String, List<String>> values) {
		return new RequestContext(Map.of()).with(values);
	}

	/**
	 * Return this context with more keys.
	 * @param more values by key, which replace those that are known
	 * @return the context
	 */
	public RequestContext with(Map<String, List<String>> more) {
		Map<String, List<String>> all = new HashMap<>(this.values);
		more.forEach((key, list) -> all.put(key.toLowerCase(Locale.ROOT), List.copyOf(list)));
		return new RequestContext(all);
	}

	@Nullable List<String> find(String key) {
		return this.values.get(key.toLowerCase(Locale.ROOT));
	}

	// Return the value of a key that has exactly one.
	@Nullable String single(String key, @Nullable String otherwise) {
		List<String> found = find(key);
		return (found != null && found.size() == 1) ? found.getFirst() : otherwise;
	}

	@Override
	public String toString() {
		return this.values.toString();
	}

}
