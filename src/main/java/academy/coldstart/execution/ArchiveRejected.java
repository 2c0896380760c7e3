package academy.coldstart.execution;

/**
 * An archive that is missing, broken or not allowed, with a message for its author.
 */
class ArchiveRejected extends RuntimeException {

	ArchiveRejected(String message) {
		super(message);
	}

}
