package academy.coldstart.authorization;

/**
 * A policy that AWS would refuse, or that cannot be decided here.
 */
public final class MalformedPolicy extends RuntimeException {

	private final String policy;

	private final String where;

	MalformedPolicy(String policy, String where, String what) {
		super("The policy %s is not valid%s: %s".formatted(policy, where.isEmpty() ? "" : " at " + where, what));
		this.policy = policy;
		this.where = where;
	}

	public String policy() {
		return this.policy;
	}

	/**
	 * Return the place within the policy.
	 * @return such as {@code statement 2 (WriteOrders), Condition}, or "" for the whole
	 */
	public String where() {
		return this.where;
	}

}
