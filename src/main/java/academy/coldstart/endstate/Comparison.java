package academy.coldstart.endstate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

import academy.coldstart.endstate.Contents.Entry;
import academy.coldstart.endstate.Difference.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Compares two states, from what says most to what says least. Only resources whose
 * content is known in both are compared.
 */
final class Comparison {

	private final Map<String, Contents> expected;

	private final Map<String, Contents> actual;

	private final Set<String> unknown = new LinkedHashSet<>();

	Comparison(EndState expected, EndState actual) {
		this.expected = contents(expected);
		this.actual = contents(actual);
	}

	private Map<String, Contents> contents(EndState state) {
		Map<String, Contents> contents = new TreeMap<>();
		state.resources()
			.forEach((resource) -> Contents.of(resource)
				.ifPresent((content) -> contents.put(resource.logicalId(), content)));
		state.unread()
			.stream()
			.filter((resource) -> resource.reason() != UnreadState.Reason.GONE)
			.forEach((resource) -> this.unknown.add(resource.logicalId()));
		return contents;
	}

	List<Difference> first() {
		return Stream
			.<Supplier<Stream<Difference>>>of(this::resources, () -> each(Comparison::settings),
					() -> each(Comparison::numbers), () -> each(Comparison::entries), () -> each(Comparison::values))
			.map((differences) -> differences.get().toList())
			.filter((differences) -> !differences.isEmpty())
			.findFirst()
			.map(Comparison::inOnePlace)
			.orElse(List.of());
	}

	private static List<Difference> inOnePlace(List<Difference> differences) {
		return differences.stream().filter(differences.getFirst()::isBeside).toList();
	}

	private Stream<Difference> resources() {
		Set<String> ids = new LinkedHashSet<>(this.expected.keySet());
		ids.addAll(this.actual.keySet());
		return ids.stream()
			.filter((id) -> !this.unknown.contains(id))
			.flatMap((id) -> resource(id, this.expected.get(id), this.actual.get(id)));
	}

	private static Stream<Difference> resource(String id, @Nullable Contents expected, @Nullable Contents actual) {
		String one = (expected != null) ? expected.kind() : null;
		String other = (actual != null) ? actual.kind() : null;
		return Objects.equals(one, other) ? Stream.empty()
				: Stream.of(new Difference(Kind.RESOURCE, id, null, "resource", one, other));
	}

	private Stream<Difference> each(BiFunction<Pair, String, Stream<Difference>> comparing) {
		return this.expected.entrySet()
			.stream()
			.filter((one) -> this.actual.containsKey(one.getKey()))
			.flatMap((one) -> comparing
				.apply(new Pair(one.getValue(), Objects.requireNonNull(this.actual.get(one.getKey()))), one.getKey()));
	}

	private static Stream<Difference> settings(Pair pair, String id) {
		return differing(Kind.RESOURCE, id, null, pair.expected().settings(), pair.actual().settings());
	}

	private static Stream<Difference> numbers(Pair pair, String id) {
		return differing(Kind.NUMBER, id, null, pair.expected().numbers(), pair.actual().numbers());
	}

	// What is not kept may be there: only a complete list lacks something.
	private static Stream<Difference> entries(Pair pair, String id) {
		String missing = pair.actual().entries().complete() ? lacking(pair.expected(), pair.actual()) : null;
		String additional = pair.expected().entries().complete() ? lacking(pair.actual(), pair.expected()) : null;
		return (missing == null && additional == null) ? Stream.empty()
				: Stream.of(new Difference(Kind.ENTRY, id, null, pair.expected().noun(), missing, additional));
	}

	private static @Nullable String lacking(Contents from, Contents in) {
		List<String> ids = in.entries().first().stream().map(Entry::id).toList();
		return from.entries()
			.first()
			.stream()
			.map(Entry::id)
			.filter((id) -> !ids.contains(id))
			.findFirst()
			.orElse(null);
	}

	private static Stream<Difference> values(Pair pair, String id) {
		return pair.expected()
			.entries()
			.first()
			.stream()
			.flatMap((one) -> pair.actual()
				.entries()
				.first()
				.stream()
				.filter((other) -> other.id().equals(one.id()))
				.flatMap((other) -> differing(Kind.VALUE, id, one.id(), one.values(), other.values())));
	}

	private static Stream<Difference> differing(Kind kind, String id, @Nullable String entry,
			Map<String, String> expected, Map<String, String> actual) {
		Set<String> names = new LinkedHashSet<>(expected.keySet());
		names.addAll(actual.keySet());
		return names.stream()
			.filter((name) -> !Objects.equals(expected.get(name), actual.get(name)))
			.map((name) -> new Difference(kind, id, entry, name, expected.get(name), actual.get(name)));
	}

	/**
	 * The contents of a resource in both states.
	 *
	 * @param expected in the one
	 * @param actual in the other
	 */
	private record Pair(Contents expected, Contents actual) {
	}

}
