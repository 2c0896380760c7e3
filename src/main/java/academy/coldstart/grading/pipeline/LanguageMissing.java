package academy.coldstart.grading.pipeline;

/**
 * The language of a submission does not work on this machine.
 */
class LanguageMissing extends RuntimeException {

	LanguageMissing(String reason) {
		super(reason);
	}

}
