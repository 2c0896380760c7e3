package academy.coldstart.course;

import java.util.Optional;

/**
 * Which languages work on this machine. Answered by the module that grades.
 */
public interface LanguageReadiness {

	/**
	 * Say why submissions in a language cannot be graded on this machine.
	 * @param handler where the handler of an exercise is in that language
	 * @return the reason with what to do, or empty when they can, or when that is not
	 * known yet
	 */
	Optional<String> obstacle(HandlerLocation handler);

}
