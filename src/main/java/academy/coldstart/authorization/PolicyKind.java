package academy.coldstart.authorization;

/**
 * What a policy is attached to, which decides what its statements can bring about. Source
 * of the names: IAM User Guide, Troubleshoot access denied error messages.
 */
public enum PolicyKind {

	/** Attached to a role or a user: grants. */
	IDENTITY("identity-based policy"),

	/** Set as the boundary of a role or a user: limits what other policies grant. */
	BOUNDARY("permissions boundary"),

	/** Passed when a role was assumed: limits that session. */
	SESSION("session policy"),

	/** Attached to what is called, such as a queue: grants to those it names. */
	RESOURCE("resource-based policy");

	private final String title;

	PolicyKind(String title) {
		this.title = title;
	}

	/**
	 * Return what AWS calls it in messages.
	 * @return such as {@code identity-based policy}
	 */
	public String title() {
		return this.title;
	}

}
