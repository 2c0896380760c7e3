package academy.coldstart.course;

import java.util.Set;

/**
 * A named mistake: a solution with one thing wrong, that must fail the named checks and
 * no others.
 *
 * @param name its folder name
 * @param base the solution it is laid over
 * @param language its language
 * @param fails the ids of the checks that must fail
 * @param message a regular expression that the message of a failed check must contain
 * @param lesson what it teaches
 * @param files all its files, the base's included
 */
public record Mistake(String name, String base, Language language, Set<String> fails, String message, String lesson,
		SourceFiles files) {

	public Mistake {
		fails = Set.copyOf(fails);
	}

}
