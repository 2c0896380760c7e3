package academy.coldstart.trace;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whose keys a call was signed with, as the request itself says. Whatever it says, the
 * call is made with the role of the function.
 */
public enum Signer {

	/** The temporary keys that the environment was given. */
	@JsonProperty("role")
	ROLE,

	/** The key of the role, but not with the session token that belongs to it. */
	@JsonProperty("without-token")
	WITHOUT_TOKEN,

	/** Keys that STS or IAM issued to this environment. */
	@JsonProperty("issued")
	ISSUED,

	/** Any other keys. */
	@JsonProperty("other")
	OTHER,

	/** Nobody: the call is not signed. */
	@JsonProperty("nobody")
	NOBODY

}
