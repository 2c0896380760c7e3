package academy.coldstart.recording;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import academy.coldstart.fault.FaultRules;
import academy.coldstart.loopback.LoopbackListener;
import academy.coldstart.recording.protocol.PresentedCredentials;
import academy.coldstart.recording.protocol.RecognizedCall;
import academy.coldstart.recording.protocol.RequestHead;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.Signer;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The open line of one execution environment: a listener, and what every call that comes
 * in on it is taken for.
 */
final class Line implements EnvironmentLine {

	private static final String CONNECTION = Line.class.getName() + ".connection";

	private final RecordingProxy proxy;

	private final AccountLine account;

	private final String environment;

	private final SessionKeys keys;

	private final List<CallGate> gates;

	private final LoopbackListener listener;

	private final Addresses addresses;

	private final AtomicInteger connections = new AtomicInteger();

	private final Set<org.eclipse.jetty.client.Request> outgoing = ConcurrentHashMap.newKeySet();

	private volatile CallEntry.Moment moment = new CallEntry.Moment(Phase.INIT, null);

	private volatile boolean closed;

	Line(RecordingProxy proxy, AccountLine account, String environment, RoleSession session) {
		this.proxy = proxy;
		this.account = account;
		this.environment = environment;
		this.keys = new SessionKeys(account.id(), session);
		this.gates = Stream.of(BuiltInRules.all(), List.of((CallGate) account.buckets()), account.upstream().gates())
			.flatMap(List::stream)
			.toList();
		this.listener = proxy.server().openStrict(this::handle);
		this.addresses = Addresses.of(account.upstream().engine(), this.listener.uri());
	}

	private boolean handle(Request request, Response response, Callback callback) {
		CallEntry entry = new CallEntry(this.account.recorder(), this.environment, this.moment, connection(request));
		Exchange exchange = new Exchange(this, request, new Caller(request, response, callback), entry);
		Thread.ofVirtual().name("call-" + entry.id()).start(exchange::run);
		return true;
	}

	private String connection(Request request) {
		ConnectionMetaData connection = request.getConnectionMetaData();
		Object known = connection.getAttribute(CONNECTION);
		if (known instanceof String name) {
			return name;
		}
		String name = this.environment + "-" + this.connections.incrementAndGet();
		connection.setAttribute(CONNECTION, name);
		return name;
	}

	RecordingProxy proxy() {
		return this.proxy;
	}

	GateDecision decide(IncomingCall call) {
		for (CallGate gate : this.gates) {
			GateDecision decision = gate.decide(call);
			if (!(decision instanceof GateDecision.Forward)) {
				return decision;
			}
		}
		return GateDecision.FORWARD;
	}

	FaultRules rules() {
		return this.account.rules();
	}

	AccountLine account() {
		return this.account;
	}

	String environment() {
		return this.environment;
	}

	String region(PresentedCredentials presented) {
		return (presented.region() != null) ? presented.region() : "us-east-1";
	}

	ForwardedHead.SigningKey key(PresentedCredentials presented) {
		return this.keys.forwarding(presented, region(presented));
	}

	Signer signer(PresentedCredentials presented) {
		return this.keys.signer(presented);
	}

	Addresses addresses(@Nullable String host) {
		return (host != null && VirtualHost.isLoopback(host)) ? this.addresses.seenAs(host) : this.addresses;
	}

	org.eclipse.jetty.client.Request prepare(RequestHead head, Duration patience) {
		org.eclipse.jetty.client.Request request = this.proxy.client()
			.prepare(this.account.upstream().engine(), head, patience);
		this.outgoing.add(request);
		return request;
	}

	void done(org.eclipse.jetty.client.Request request) {
		this.outgoing.remove(request);
	}

	void learn(RecognizedCall call, int status, byte[] response) {
		this.keys.learn(call, status, response);
	}

	void fault(PlatformFault fault) {
		this.account.fault(fault);
	}

	String requestId() {
		return UUID.randomUUID().toString();
	}

	boolean isClosed() {
		return this.closed;
	}

	@Override
	public URI uri() {
		return this.listener.uri();
	}

	@Override
	public void enter(Phase phase, @Nullable String invocation) {
		this.moment = new CallEntry.Moment(phase, invocation);
	}

	@Override
	public String inward(String text) {
		return this.addresses.inward(text);
	}

	@Override
	public String outward(String text) {
		return this.addresses.outward(text);
	}

	@Override
	public void close() {
		this.closed = true;
		this.listener.close();
		this.outgoing
			.forEach((request) -> EngineClient.abort(request, new CancellationException("The environment has ended")));
	}

}
