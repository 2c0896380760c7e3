package academy.coldstart.authorization;

import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * A call of an API operation, as far as its authorization depends on it.
 *
 * @param service the signing name of the service, such as {@code monitoring}
 * @param operation the operation, such as {@code PutMetricData}
 * @param scope where it is made
 * @param method the HTTP method
 * @param path the path of the request, which names the resource in API Gateway
 * @param input the members of the input, as they are called on the wire
 */
public record ApiCall(String service, String operation, Scope scope, String method, String path, JsonNode input) {

	boolean is(String signingName, String... operations) {
		return this.service.equals(signingName)
				&& (operations.length == 0 || List.of(operations).contains(this.operation));
	}

	/**
	 * Where a call is made.
	 *
	 * @param region the Region
	 * @param account the account
	 */
	public record Scope(String region, String account) {
	}

}
