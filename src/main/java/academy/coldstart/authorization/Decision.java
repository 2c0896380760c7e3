package academy.coldstart.authorization;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What policies say to a request.
 *
 * @param request the request
 * @param outcome what they say
 * @param kind which kind of policy denied it, explicitly or because it does not allow it;
 * null when it is allowed
 * @param statements the statements that allowed it or denied it explicitly
 * @param nearMisses the statements that came closest to allowing it, the closest first
 */
public record Decision(AuthorizationRequest request, Outcome outcome, @Nullable PolicyKind kind,
		List<StatementRef> statements, List<NearMiss> nearMisses) {

	public Decision {
		statements = List.copyOf(statements);
		nearMisses = List.copyOf(nearMisses);
	}

	public boolean isAllowed() {
		return this.outcome == Outcome.ALLOWED;
	}

	/**
	 * Return the message of AWS for a denied request. Source: IAM User Guide,
	 * Troubleshoot access denied error messages.
	 * @return the message
	 */
	public String message() {
		return "User: %s is not authorized to perform: %s%s %s".formatted(this.request.caller().arn(),
				this.request.action(), onResource(), because());
	}

	// Amazon S3 alone puts the resource in quotation marks, and leaves out that there is
	// none.
	private String onResource() {
		if (!this.request.action().startsWith("s3:")) {
			return " on resource: " + this.request.resource();
		}
		return this.request.resource().equals("*") ? "" : " on resource: \"" + this.request.resource() + "\"";
	}

	/**
	 * Return why it is denied, in the words of AWS.
	 * @return such as {@code because no identity-based policy allows the sqs:SendMessage
	 * action}
	 */
	public String because() {
		String title = (this.kind != null) ? this.kind.title() : "policy";
		return switch (this.outcome) {
			case ALLOWED -> "";
			case EXPLICIT_DENY -> "with an explicit deny in %s %s".formatted(title.startsWith("i") ? "an" : "a", title);
			case IMPLICIT_DENY -> "because no %s allows the %s action".formatted(title, this.request.action());
		};
	}

	/**
	 * Return the narrowest statement that would have allowed it, unless something denies
	 * it.
	 * @return the statement as JSON
	 */
	public String suggestion() {
		return "{\"Effect\": \"Allow\", \"Action\": \"%s\", \"Resource\": \"%s\"}".formatted(this.request.action(),
				this.request.resource());
	}

	/**
	 * What policies can say.
	 */
	public enum Outcome {

		/** A statement allows it, and none denies it. */
		ALLOWED,

		/** A statement denies it. */
		EXPLICIT_DENY,

		/** No statement allows it. */
		IMPLICIT_DENY

	}

}
