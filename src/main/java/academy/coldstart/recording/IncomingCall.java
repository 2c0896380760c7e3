package academy.coldstart.recording;

import java.util.List;

import academy.coldstart.trace.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A call of a function that waits to be forwarded.
 *
 * @param account the account that its environment is pinned to
 * @param environment the id of the environment within its trace
 * @param invocation the AWS request id of the invocation, or null outside one
 * @param attempt the attempt within the logical call, from 1
 * @param service the service's signing name
 * @param operation the operation, or {@code Unknown}
 * @param resource what it touches, or null when that is not known
 * @param region the Region
 * @param target the method and the raw path
 * @param named what the call names by ARN, URL, account id or name
 */
public record IncomingCall(AccountId account, String environment, @Nullable String invocation, int attempt,
		String service, String operation, @Nullable String resource, String region, Target target, List<Named> named) {

	public IncomingCall {
		named = List.copyOf(named);
	}

	/**
	 * Where the request goes.
	 *
	 * @param method the HTTP method
	 * @param path the raw path
	 */
	public record Target(String method, String path) {
	}

	/**
	 * Something that the call names.
	 *
	 * @param name the parameter
	 * @param value its value
	 * @param account whether the parameter is one for account ids
	 */
	public record Named(String name, String value, boolean account) {
	}

}
