package academy.coldstart.recording;

import academy.coldstart.recording.protocol.AwsError;
import academy.coldstart.recording.protocol.RecognizedCall;
import academy.coldstart.recording.protocol.RequestHead;
import academy.coldstart.trace.AccessDecision;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.InjectedFault;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.Signer;
import academy.coldstart.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Collects what becomes known of a call, from its arrival on, and writes it down once it
 * is complete.
 */
final class CallEntry {

	private final TraceRecorder recorder;

	private final String environment;

	private final Moment moment;

	private final String connection;

	private final String id;

	private final double startMs;

	private String service = RecognizedCall.UNKNOWN;

	private String operation = RecognizedCall.UNKNOWN;

	private @Nullable String resource;

	private String region = "";

	private @Nullable String sdkInvocationId;

	private int attempt = 1;

	private @Nullable String frame;

	private Body request = Body.empty();

	private @Nullable InjectedFault fault;

	private @Nullable AccessDecision access;

	private @Nullable Signer signer;

	CallEntry(TraceRecorder recorder, String environment, Moment moment, String connection) {
		this.recorder = recorder;
		this.environment = environment;
		this.moment = moment;
		this.connection = connection;
		this.id = recorder.nextId('c');
		this.startMs = recorder.now();
	}

	String id() {
		return this.id;
	}

	Moment moment() {
		return this.moment;
	}

	int attempt() {
		return this.attempt;
	}

	String region() {
		return this.region;
	}

	@Nullable String sdkInvocationId() {
		return this.sdkInvocationId;
	}

	void arrived(RequestHead head, String presentedRegion) {
		this.sdkInvocationId = head.header("amz-sdk-invocation-id");
		this.attempt = SdkAttempt.parse(head.header("amz-sdk-request"));
		this.frame = head.header(ForwardedHead.FRAME_HEADER);
		this.region = presentedRegion;
	}

	void recognized(RecognizedCall call, @Nullable String touched) {
		this.service = call.signingName();
		this.operation = call.operationName();
		this.resource = touched;
	}

	void request(Body body) {
		this.request = body;
	}

	void fault(@Nullable InjectedFault injected) {
		this.fault = injected;
	}

	void access(AccessDecision decision) {
		this.access = decision;
	}

	void signed(Signer by) {
		this.signer = by;
	}

	void complete(int status, CallOutcome outcome, @Nullable AwsError error, Body response) {
		this.recorder.record(new AwsCall(this.id, this.environment, this.moment.invocation(), this.moment.phase(),
				this.connection, this.sdkInvocationId, this.attempt, this.service, this.operation, this.resource,
				this.region, this.startMs, this.recorder.now(), status, (error != null) ? error.code() : null,
				(error != null) ? error.message() : null, outcome, this.request, response, this.frame, this.fault,
				this.access, this.signer));
	}

	/**
	 * What the environment was doing when the call arrived.
	 *
	 * @param phase the phase
	 * @param invocation the AWS request id, or null outside an invocation
	 */
	record Moment(Phase phase, @Nullable String invocation) {
	}

}
