package academy.coldstart.authorization;

/**
 * What a statement does with the requests that it applies to.
 */
public enum Effect {

	/** Allows them, unless something else denies them. */
	ALLOW,

	/** Denies them, whatever else allows them. */
	DENY

}
