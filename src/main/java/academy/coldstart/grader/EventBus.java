package academy.coldstart.grader;

import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/**
 * An EventBridge event bus of the deployed stack.
 */
public final class EventBus {

	private final Run run;

	private final String name;

	EventBus(Run run, String name) {
		this.run = run;
		this.name = name;
	}

	public String name() {
		return this.name;
	}

	/**
	 * Make an event as a rule of the bus delivers it. It is not put on the bus.
	 * @param source its source
	 * @param detailType its detail type
	 * @param detail a JSON text, or an object to be written as JSON
	 * @return the event
	 */
	public EventBridgeEvent event(String source, String detailType, Object detail) {
		return EventBridgeEvent.of(this.run.aws().account(), source, detailType, detail);
	}

	/**
	 * Put an event.
	 * @param source its source
	 * @param detailType its detail type
	 * @param detail a JSON text, or an object to be written as JSON
	 * @param text what is done, for the timeline
	 * @return the event id
	 */
	public String put(String source, String detailType, Object detail, String text) {
		PutEventsRequestEntry entry = PutEventsRequestEntry.builder()
			.eventBusName(this.name)
			.source(source)
			.detailType(detailType)
			.detail(Json.write(detail))
			.build();
		PutEventsResponse response = this.run.act(text,
				() -> this.run.aws().eventBridge().putEvents((request) -> request.entries(entry)));
		if (response.failedEntryCount() > 0) {
			throw new IllegalStateException("The event bus refused the event: " + response.entries());
		}
		return response.entries().getFirst().eventId();
	}

}
