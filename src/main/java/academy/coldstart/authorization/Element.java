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

	// Whether the pattern of that text covers something, with any values of its
	// variables.
	boolean coversWith(String source, Predicate<String> test) {
		return this.patterns.stream()
			.filter((pattern) -> this.negated || pattern.source().equals(source))
			.map(PolicyText::widest)
			.anyMatch(test) != this.negated;
	}

	// Whether something is left when the pattern of that text is taken out.
	boolean canLose(String source) {
		return !this.negated && this.patterns.stream().anyMatch((pattern) -> !pattern.source().equals(source));
	}

	Element without(String source) {
		return new Element(false,
				this.patterns.stream().filter((pattern) -> !pattern.source().equals(source)).toList());
	}

	Element only(String source) {
		return this.negated ? this : new Element(false,
				this.patterns.stream().filter((pattern) -> pattern.source().equals(source)).toList());
	}

	List<String> sources() {
		return this.patterns.stream().map(PolicyText::source).toList();
	}

}
