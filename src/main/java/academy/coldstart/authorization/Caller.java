package academy.coldstart.authorization;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Who makes a request.
 *
 * @param arn its ARN, as AWS writes it into messages; for a service its principal
 * @param account the account it belongs to, or "" for a service
 * @param role the ARN of the role whose session it is, or null
 */
public record Caller(String arn, String account, @Nullable String role) {

	private static final Pattern SESSION = Pattern.compile("arn:([^:]*):sts::(\\d{12}):assumed-role/([^/]+)/.+");

	private static final Pattern IDENTITY = Pattern.compile("arn:[^:]*:[^:]*::(\\d{12}):.+");

	/**
	 * Return who has an ARN.
	 * @param arn of a role session, a user or the root user of an account
	 * @return the caller
	 * @throws IllegalArgumentException when it is none of these
	 */
	public static Caller of(String arn) {
		Matcher session = SESSION.matcher(arn);
		if (session.matches()) {
			return new Caller(arn, session.group(2),
					"arn:" + session.group(1) + ":iam::" + session.group(2) + ":role/" + session.group(3));
		}
		Matcher identity = IDENTITY.matcher(arn);
		if (!identity.matches()) {
			throw new IllegalArgumentException("No ARN of a role session or a user: '" + arn + "'");
		}
		return new Caller(arn, identity.group(1), null);
	}

	/**
	 * Return a session of a role that may have a path, which the ARN of the session
	 * leaves out.
	 * @param session the ARN of the session
	 * @param role the ARN of the role
	 * @return the caller
	 */
	public static Caller of(String session, String role) {
		return new Caller(session, of(session).account(), role);
	}

	/**
	 * Return an AWS service that acts by itself.
	 * @param principal such as {@code sns.amazonaws.com}
	 * @return the caller
	 */
	public static Caller service(String principal) {
		return new Caller(principal, "", null);
	}

	boolean isService() {
		return this.account.isEmpty();
	}

	/**
	 * Return the name of the role without its path.
	 * @return the name, or null when it is no role session
	 */
	public @Nullable String roleName() {
		return (this.role != null) ? this.role.substring(this.role.lastIndexOf('/') + 1) : null;
	}

}
