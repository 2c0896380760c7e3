package academy.coldstart.course;

/**
 * Whether the calls of an exercise's functions need the permission of their roles.
 */
public enum RoleMode {

	/** As on AWS: what the role does not allow is denied. */
	ENFORCED,

	/** Everything is allowed. */
	OPEN

}
