package academy.coldstart.recording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import academy.coldstart.recording.protocol.PercentCoding;
import academy.coldstart.recording.protocol.RequestHead;
import academy.coldstart.trace.AccountId;

/**
 * Keeps a function out of the buckets of other accounts. Bucket names are one namespace
 * on the engine as on AWS, but the engine asks nobody for permission.
 */
final class ForeignBuckets implements CallGate {

	private static final Pattern BUCKET_NAME = Pattern.compile("<Bucket>.*?<Name>([^<]+)</Name>", Pattern.DOTALL);

	private static final String COPY_SOURCE = "x-amz-copy-source";

	private final EngineClient client;

	private final URI engine;

	private final AccountId account;

	private final Set<String> own = ConcurrentHashMap.newKeySet();

	ForeignBuckets(EngineClient client, URI engine, AccountId account) {
		this.client = client;
		this.engine = engine;
		this.account = account;
	}

	@Override
	public GateDecision decide(IncomingCall call) {
		if (!call.service().equals("s3") || call.resource() == null || call.operation().equals("CreateBucket")) {
			return GateDecision.FORWARD;
		}
		if (call.operation().equals("DeleteBucket")) {
			GateDecision decision = decide(bucket(call.resource()));
			this.own.remove(call.resource());
			return decision;
		}
		GateDecision decision = decide(bucket(call.resource()));
		for (IncomingCall.Named named : call.named()) {
			if (decision instanceof GateDecision.Forward && named.name().endsWith(COPY_SOURCE)) {
				decision = decide(bucket(PercentCoding.decode(named.value(), false)));
			}
		}
		return decision;
	}

	private GateDecision decide(String bucket) {
		if (this.own.contains(bucket) || !exists(bucket)) {
			return GateDecision.FORWARD;
		}
		refresh();
		return this.own.contains(bucket) ? GateDecision.FORWARD : GateDecision.accessDenied("Access Denied");
	}

	private static String bucket(String resource) {
		String path = resource.startsWith("/") ? resource.substring(1) : resource;
		int slash = path.indexOf('/');
		return (slash < 0) ? path : path.substring(0, slash);
	}

	private boolean exists(String bucket) {
		return send("HEAD", "/" + PercentCoding.encode(bucket)).status() != 404;
	}

	private void refresh() {
		BUCKET_NAME.matcher(send("GET", "/").body()).results().forEach((match) -> this.own.add(match.group(1)));
	}

	private Found send(String method, String path) {
		RequestHead head = ForwardedHead.own(method, path, this.account, Clock.systemUTC());
		try {
			EngineClient.Answer answer = this.client.send(this.client.prepare(this.engine, head, Exchange.PATIENCE),
					new byte[0], Exchange.PATIENCE);
			try (InputStream in = answer.body()) {
				return new Found(answer.head().getStatus(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Found(int status, String body) {
	}

}
