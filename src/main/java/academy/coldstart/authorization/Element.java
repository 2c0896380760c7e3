package academy.coldstart.authorization;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The actions or resources of a statement.
 *
 * @param negated whether all others are meant, as with {@code NotAction}
 * @param patterns the patterns, of which one has to match
 */
record Element(boolean negated, List<PolicyText> patterns) {

	/** What a policy leaves out that is attached to what it is about. */
	static final Element EVERYTHING = new Element(false, List.of(PolicyText.of("*", false)));

	Element {
		patterns = List.copyOf(patterns);
	}

	boolean covers(Predicate<String> test, RequestContext context) {
		return this.patterns.stream()
			.flatMap((pattern) -> Stream.ofNullable(pattern.pattern(context)))
			.anyMatch(test) != this.negated;
	}

	List<String> sources() {
		return this.patterns.stream().map(PolicyText::source).toList();
	}

}
