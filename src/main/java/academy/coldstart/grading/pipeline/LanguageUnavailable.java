package academy.coldstart.grading.pipeline;

/**
 * Functions in a language cannot run on this installation, which is nobody's fault who
 * hands one in.
 */
class LanguageUnavailable extends RuntimeException {

	LanguageUnavailable(String reason) {
		super(reason);
	}

}
