package academy.coldstart.course;

/**
 * What a learner hands in.
 */
public enum ExerciseKind {

	/** The code of a handler. */
	HANDLER,

	/** A SAM or CloudFormation template. */
	TEMPLATE,

	/** Both. */
	BOTH,

	/** Scripts that operate a system. */
	OPS,

	/** A function that analyses recorded data. */
	ANALYSIS

}
