package academy.coldstart.engine.fleet;

import java.util.List;

/**
 * What keeps a LocalStack from being launched until somebody does something about it,
 * such as a full disk.
 *
 * @param summary what is wrong, as a sentence
 * @param remedies what to do, one sentence each
 */
public record Hindrance(String summary, List<String> remedies) {

	public Hindrance {
		remedies = List.copyOf(remedies);
	}

	/**
	 * Word that functions cannot run.
	 * @param summary what is wrong, as a sentence
	 * @return the hindrance
	 */
	public static Hindrance ofFunctions(String summary) {
		return new Hindrance(summary, List.of("Make room on that disk; grading then goes on by itself.",
				"Or choose another disk with coldstart.execution.directory."));
	}

}
