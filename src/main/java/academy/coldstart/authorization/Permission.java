package academy.coldstart.authorization;

/**
 * What a call needs to be allowed.
 *
 * @param action such as {@code dynamodb:PutItem}
 * @param resource the ARN, or {@code *}
 */
public record Permission(String action, String resource) {

	@Override
	public String toString() {
		return this.action + " on " + this.resource;
	}

}
