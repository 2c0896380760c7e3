package academy.coldstart.recording;

/**
 * What the engine needs in order to see a call as the function's role session. It checks
 * no signatures, so the secret stays out.
 *
 * @param accessKeyId the access key id
 * @param sessionToken the session token
 */
public record RoleSession(String accessKeyId, String sessionToken) {

	@Override
	public String toString() {
		return "RoleSession[" + this.accessKeyId + "]";
	}

}
