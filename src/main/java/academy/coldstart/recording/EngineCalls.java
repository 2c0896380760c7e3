package academy.coldstart.recording;

import academy.coldstart.recording.protocol.OperationTable;
import academy.coldstart.recording.protocol.ResourceName;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.TraceRecorder;
import academy.coldstart.trace.Traces;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes the calls of the engine itself into the trace of their account. Those of an
 * account that nobody records are forgotten.
 */
final class EngineCalls {

	private static final String CONNECTION = "engine";

	private final Traces traces;

	private final OperationTable table;

	EngineCalls(Traces traces, OperationTable table) {
		this.traces = traces;
		this.table = table;
	}

	void record(EngineCall call) {
		this.traces.find(new AccountId(call.account())).ifPresent((recorder) -> record(recorder, call));
	}

	private void record(TraceRecorder recorder, EngineCall call) {
		double start = recorder.at(call.startedNanoTime());
		String service = this.table.signingName(call.service());
		String resource = (call.resource() != null) ? ResourceName.plain(service, call.resource()) : null;
		recorder.record(new AwsCall(recorder.nextId('c'), null, null, Phase.ENGINE, CONNECTION, null, 1, service,
				call.operation(), resource, (call.region() != null) ? call.region() : "", start,
				start + call.durationMs(), call.status(), call.errorCode(), call.errorMessage(),
				isDenied(call) ? CallOutcome.DENIED : CallOutcome.FORWARDED, body(call.request()),
				body(call.response()), null, null, call.access()));
	}

	private static boolean isDenied(EngineCall call) {
		return call.access() != null && !call.access().allowed();
	}

	private static Body body(@Nullable JsonNode node) {
		if (node == null || node.isNull()) {
			return Body.empty();
		}
		return Body.of(node.isString() ? node.asString() : node.toString());
	}

}
