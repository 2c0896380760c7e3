package academy.coldstart.recording.protocol;

import java.util.Map;
import java.util.Set;

/**
 * An AWS service as its model describes it.
 *
 * @param name the name of the model, such as {@code dynamodbstreams}
 * @param signingName the name in the credential scope, such as {@code dynamodb}
 * @param protocols the protocols it answers
 * @param jsonVersion the version of AWS JSON, or ""
 * @param targetPrefix what stands before the operation in {@code X-Amz-Target} and in
 * CBOR paths, or ""
 * @param apiVersion the date in the parameter {@code Version}
 * @param operations the operations by name
 */
public record Service(String name, String signingName, Set<Protocol> protocols, String jsonVersion, String targetPrefix,
		String apiVersion, Map<String, Operation> operations) {

	boolean speaks(Protocol protocol) {
		return this.protocols.contains(protocol);
	}

	boolean isRest() {
		return speaks(Protocol.REST_JSON) || speaks(Protocol.REST_XML);
	}

	boolean isS3() {
		return this.name.equals("s3");
	}

}
