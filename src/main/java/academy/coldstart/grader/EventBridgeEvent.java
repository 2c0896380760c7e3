package academy.coldstart.grader;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import tools.jackson.databind.JsonNode;

/**
 * An event as EventBridge delivers it to targets, without a bus, in the form that
 * <a href=
 * "https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html">AWS
 * documents</a>.
 *
 * @param version always 0
 * @param id its id, which every delivery of it repeats
 * @param detailType what happened
 * @param source who says so
 * @param account the account
 * @param time when it happened, in whole seconds
 * @param region the Region
 * @param resources the ARNs of what it is about
 * @param detail the facts
 */
@JsonPropertyOrder({ "version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail" })
public record EventBridgeEvent(String version, String id, @JsonProperty("detail-type") String detailType, String source,
		String account, String time, String region, List<String> resources, JsonNode detail) {

	public EventBridgeEvent {
		resources = List.copyOf(resources);
	}

	static EventBridgeEvent of(String account, String source, String detailType, Object detail) {
		return new EventBridgeEvent("0", UUID.randomUUID().toString(), detailType, source, account,
				Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), Aws.REGION.id(), List.of(),
				Json.read(Json.write(detail)));
	}

	/**
	 * Return the event as a queue gets it from a rule.
	 * @return the JSON text, to be the body of an {@link SqsMessage}
	 */
	public String json() {
		return Json.write(this);
	}

}
