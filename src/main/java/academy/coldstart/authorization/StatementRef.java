package academy.coldstart.authorization;

/**
 * Where a statement stands.
 *
 * @param kind what its policy is attached to
 * @param policy the name of the policy
 * @param statement the id of the statement
 */
public record StatementRef(PolicyKind kind, String policy, String statement) {

	@Override
	public String toString() {
		return this.policy + ", " + this.statement;
	}

}
