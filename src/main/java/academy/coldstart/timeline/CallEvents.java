package academy.coldstart.timeline;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.InjectedFault;
import academy.coldstart.trace.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of AWS calls.
 */
final class CallEvents {

	/**
	 * The words in error codes that ask a caller to slow down. The source is
	 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
	 */
	private static final Set<String> SLOW_DOWN = Set.of("throttl", "throughputexceeded", "toomanyrequests",
			"requestlimitexceeded", "slowdown", "limitexceededexception");

	private static final Set<String> HANDING_OVER = Set.of("SendMessage", "Publish", "PutEvents", "Invoke",
			"PutObject");

	private CallEvents() {
	}

	static TraceEvent of(AwsCall call, String sentence) {
		String chain = (call.sdkInvocationId() != null) ? call.environment() + " " + call.sdkInvocationId() : null;
		return new TraceEvent(call.id(), kind(call), labels(call).getLast(), labels(call), sentence, call.startMs(),
				call.endMs(), chain, true);
	}

	private static EventKind kind(AwsCall call) {
		if (call.status() == 0) {
			return EventKind.NO_ANSWER;
		}
		if (isThrottled(call)) {
			return EventKind.THROTTLE;
		}
		if (!call.succeeded()) {
			return EventKind.CALL_FAILED;
		}
		if (call.phase() == Phase.ENGINE) {
			return isDeadLetter(call) ? EventKind.DEAD_LETTER : EventKind.DELIVERY;
		}
		return (call.attempt() > 1) ? EventKind.RETRY : EventKind.CALL;
	}

	private static boolean isThrottled(AwsCall call) {
		InjectedFault fault = call.fault();
		String code = Objects.requireNonNullElse(call.errorCode(), "").toLowerCase(Locale.ROOT);
		return (fault != null && fault.kind() == InjectedFault.Kind.THROTTLE) || call.status() == 429
				|| SLOW_DOWN.stream().anyMatch(code::contains);
	}

	private static boolean isDeadLetter(AwsCall call) {
		// Destinations are told the condition, dead-letter queues get two attributes:
		// https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
		String body = Objects.requireNonNullElse(call.request().text(), "");
		return HANDING_OVER.contains(call.operation()) && (body.contains("RetriesExhausted")
				|| body.contains("EventAgeExceeded") || (body.contains("RequestID") && body.contains("ErrorMessage")));
	}

	private static List<String> labels(AwsCall call) {
		String name = BriefName.cut(isAws(call) ? call.operation() : call.operation() + " " + call.service());
		String attempt = (call.attempt() > 1) ? " " + call.attempt() : "";
		String frozen = (call.phase() == Phase.FROZEN) ? " frozen" : "";
		String brief = name + attempt + frozen + (call.succeeded() ? "" : " ✕");
		if (!call.succeeded()) {
			return List.of(brief + ' ' + reason(call), brief);
		}
		return (kind(call) == EventKind.DEAD_LETTER) ? List.of("dead letter: " + brief, "dead letter") : List.of(brief);
	}

	private static boolean isAws(AwsCall call) {
		return !call.operation().equals(call.operation().toUpperCase(Locale.ROOT));
	}

	private static String reason(AwsCall call) {
		@Nullable String code = call.errorCode();
		if (code != null) {
			return BriefName.cut(code.replaceFirst("(Exception|Error)$", ""));
		}
		return (call.status() > 0) ? Integer.toString(call.status()) : "no answer";
	}

}
