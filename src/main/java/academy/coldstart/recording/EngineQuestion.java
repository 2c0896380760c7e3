package academy.coldstart.recording;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call that the engine is about to make by itself, as its plug-in asks for it.
 *
 * @param account the account that it touches
 * @param accessKeyId the key that it is signed with: that of a role session, or the
 * engine's own
 * @param principal the service that makes it, such as {@code sns}
 * @param sourceArn what it is made for, such as a topic
 * @param service the signing name of the service that is called
 * @param operation the operation
 * @param region the Region
 * @param request the parameters
 */
record EngineQuestion(String account, String accessKeyId, String principal, @Nullable String sourceArn, String service,
		String operation, String region, JsonNode request) {

	EngineQuestion {
		Objects.requireNonNull(account, "account");
		Objects.requireNonNull(accessKeyId, "accessKeyId");
		Objects.requireNonNull(principal, "principal");
		Objects.requireNonNull(service, "service");
		Objects.requireNonNull(operation, "operation");
		Objects.requireNonNull(request, "request");
	}

}
