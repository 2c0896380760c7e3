package academy.coldstart.recording;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import academy.coldstart.fault.FaultRules;
import academy.coldstart.fault.PassingCall;
import academy.coldstart.fault.Strike;
import academy.coldstart.recording.EngineClient.CallerGone;
import academy.coldstart.recording.protocol.AwsError;
import academy.coldstart.recording.protocol.CallParameters;
import academy.coldstart.recording.protocol.MalformedBody;
import academy.coldstart.recording.protocol.PresentedCredentials;
import academy.coldstart.recording.protocol.ReadableBody;
import academy.coldstart.recording.protocol.RecognizedCall;
import academy.coldstart.recording.protocol.RequestHead;
import academy.coldstart.recording.protocol.ResourceName;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.CallOutcome;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * One request of a function, from its arrival to its answer.
 */
final class Exchange {

	/** The largest request body that is not an object of S3. */
	static final int MAX_BODY_BYTES = 16 * 1024 * 1024;

	static final Duration PATIENCE = Duration.ofSeconds(30);

	/** A function that invokes another waits as long as that may run. */
	static final Duration INVOKE_PATIENCE = Duration.ofSeconds(905);

	private static final String ACCOUNT_HEADER = "x-amz-account-id";

	private final Line line;

	private final Request request;

	private final Caller caller;

	private final CallEntry entry;

	private byte @Nullable [] body;

	private org.eclipse.jetty.client.@Nullable Request outgoing;

	Exchange(Line line, Request request, Caller caller, CallEntry entry) {
		this.line = line;
		this.request = request;
		this.caller = caller;
		this.entry = entry;
	}

	void run() {
		RecognizedCall call = RecognizedCall.none();
		try {
			RequestHead head = VirtualHost.resolve(this.request);
			PresentedCredentials presented = PresentedCredentials.of(head);
			this.entry.arrived(head, this.line.region(presented));
			this.entry.signed(this.line.signer(presented));
			call = this.line.proxy().recognizer().recognize(head, this::wholeBody);
			answer(head, call, presented);
		}
		catch (NotAcceptable ex) {
			refuse(call, new GateDecision.Refuse(ex.status(), ex.code(), ex.text()));
		}
		catch (IOException ex) {
			broken(call, ex);
		}
		catch (RuntimeException ex) {
			broken(call, new IOException("The proxy could not handle the call: " + ex, ex));
		}
		finally {
			if (this.outgoing != null) {
				this.line.done(this.outgoing);
			}
		}
	}

	private void answer(RequestHead head, RecognizedCall call, PresentedCredentials presented) throws IOException {
		boolean upload = call.operation() != null && call.operation().isUpload();
		CallParameters parameters = parameters(call, head, upload);
		String resource = ResourceName.of(call, parameters.resource());
		this.entry.recognized(call, resource);
		GateDecision decision = this.line.decide(
				new IncomingCall(this.line.account().id(), this.line.environment(), this.entry.moment().invocation(),
						this.entry.attempt(), call.signingName(), call.operationName(), resource, this.entry.region(),
						new IncomingCall.Target(head.method(), head.path()), named(head, parameters)));
		switch (decision) {
			case GateDecision.Forward ignored -> {
				AwsError denial = denial(head, call, presented, upload);
				if (denial != null) {
					error(call, denial, CallOutcome.DENIED);
					return;
				}
				new Passage(this.line, this.caller, this.entry, call, strike(call, resource, upload))
					.run(() -> send(head, call, presented, upload), this.line.addresses(head.header("Host")));
			}
			case GateDecision.Refuse refusal -> refuse(call, refusal);
		}
	}

	private @Nullable AwsError denial(RequestHead head, RecognizedCall call, PresentedCredentials presented,
			boolean upload) throws IOException {
		Enforcement enforcement = this.line.account().enforcement();
		return (enforcement != null) ? new AccessCheck(enforcement, this.line, this.entry).denial(call, head,
				upload ? new byte[0] : wholeBody(), this.line.key(presented)) : null;
	}

	private Strike strike(RecognizedCall call, @Nullable String resource, boolean upload) {
		FaultRules rules = this.line.rules();
		if (rules.isEmpty()) {
			return Strike.NONE;
		}
		return rules.strike(new PassingCall(this.line.environment(), this.entry.moment().phase(),
				this.entry.sdkInvocationId(), call.signingName(), call.operationName(), resource,
				() -> upload ? "" : ReadableBody.of(call, Objects.requireNonNullElse(this.body, new byte[0]))));
	}

	private static List<IncomingCall.Named> named(RequestHead head, CallParameters parameters) {
		List<IncomingCall.Named> named = new ArrayList<>();
		for (CallParameters.Identifier identifier : parameters.identifiers()) {
			named.add(new IncomingCall.Named(identifier.path(), identifier.value(), identifier.isAccount()));
		}
		String account = head.header(ACCOUNT_HEADER);
		if (account != null) {
			named.add(new IncomingCall.Named(ACCOUNT_HEADER, account, true));
		}
		return named;
	}

	private CallParameters parameters(RecognizedCall call, RequestHead head, boolean upload) throws IOException {
		try {
			CallParameters parameters = CallParameters.read(call, head, upload ? null : wholeBody());
			this.entry.request(upload ? Body.empty() : CopiedBody.whole(call, head.headers(), wholeBody()));
			return parameters;
		}
		catch (MalformedBody ex) {
			throw new NotAcceptable(400, "SerializationException", "The body cannot be read: " + ex.getMessage());
		}
	}

	private EngineClient.Answer send(RequestHead head, RecognizedCall call, PresentedCredentials presented,
			boolean upload) throws IOException {
		RequestHead forwarded = ForwardedHead.write(head, call, this.line.key(presented), this.line.proxy().clock());
		Duration patience = call.is("lambda", "Invoke") ? INVOKE_PATIENCE : PATIENCE;
		org.eclipse.jetty.client.Request request = this.line.prepare(forwarded, patience);
		this.outgoing = request;
		EngineClient client = this.line.proxy().client();
		if (!upload) {
			byte[] rewritten = BodyRewriter.request(call, wholeBody(), this.line.addresses(head.header("Host")));
			EngineClient.Answer answer = client.send(request, rewritten, patience);
			this.line.account().changed(call);
			return answer;
		}
		CopiedBody copy = new CopiedBody(call, head.headers());
		InputStream content = copy.tap(incoming());
		EngineClient.Answer answer = client.send(request, new EngineClient.Upload(content, this.request.getLength()),
				patience);
		this.entry.request(copy.body());
		return answer;
	}

	private void refuse(RecognizedCall call, GateDecision.Refuse refusal) {
		String code = (refusal.code() != null) ? refusal.code() : accessDenied(call);
		error(call, new AwsError(refusal.status(), code, refusal.message()), CallOutcome.REFUSED);
	}

	private static String accessDenied(RecognizedCall call) {
		return switch (call.protocol()) {
			case JSON, REST_JSON, CBOR -> "AccessDeniedException";
			case QUERY, REST_XML -> "AccessDenied";
			case EC2 -> "UnauthorizedOperation";
		};
	}

	private void broken(RecognizedCall call, IOException ex) {
		if (ex instanceof CallerGone || this.line.isClosed()) {
			this.entry.complete(0, CallOutcome.BROKEN, null, Body.empty());
			this.caller.abort(new CallerGone(ex));
			return;
		}
		this.line.fault(new PlatformFault(this.entry.id(), String.valueOf(ex.getMessage())));
		error(call,
				new AwsError(503, "ServiceUnavailable",
						"The emulated AWS is not available at the moment. This is not a fault of the function."),
				CallOutcome.BROKEN);
	}

	private void error(RecognizedCall call, AwsError error, CallOutcome outcome) {
		new Reply(this.line, this.caller, this.entry, call).error(error, outcome);
	}

	private byte[] wholeBody() throws IOException {
		if (this.body == null) {
			this.body = read();
		}
		return this.body;
	}

	private byte[] read() throws IOException {
		if (this.request.getLength() > MAX_BODY_BYTES) {
			throw tooLarge();
		}
		byte[] received = incoming().readNBytes(MAX_BODY_BYTES + 1);
		boolean gzip = "gzip".equalsIgnoreCase(this.request.getHeaders().get("Content-Encoding"));
		byte[] plain = gzip ? unzip(received) : received;
		if (plain.length > MAX_BODY_BYTES) {
			throw tooLarge();
		}
		return plain;
	}

	private static byte[] unzip(byte[] zipped) throws IOException {
		try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
			return in.readNBytes(MAX_BODY_BYTES + 1);
		}
		catch (ZipException | EOFException ex) {
			throw new NotAcceptable(400, "SerializationException", "The body is not in the gzip format.");
		}
	}

	private static NotAcceptable tooLarge() {
		return new NotAcceptable(413, "RequestEntityTooLargeException",
				"The request is larger than " + MAX_BODY_BYTES + " bytes.");
	}

	private InputStream incoming() {
		return new CallerStream(Content.Source.asInputStream(this.request));
	}

}
