package academy.coldstart.recording;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

import academy.coldstart.recording.protocol.CallRecognizer;
import academy.coldstart.recording.protocol.Form;
import academy.coldstart.recording.protocol.PresentedCredentials;
import academy.coldstart.recording.protocol.Protocol;
import academy.coldstart.recording.protocol.RecognizedCall;
import academy.coldstart.recording.protocol.RequestHead;
import academy.coldstart.trace.AccountId;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Writes the head of a request anew, so that the engine sees the operation that was
 * recognized, signed by whom the line belongs to.
 */
final class ForwardedHead {

	/** Where a bootstrap says which frame of the learner's code makes a call. */
	static final String FRAME_HEADER = "x-coldstart-frame";

	private static final DateTimeFormatter AMZ_DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	/** Headers of one connection, of the signature, and such as only proxies may set. */
	private static final Set<String> DROPPED = Set.of("host", "connection", "keep-alive", "te", "trailer",
			"transfer-encoding", "upgrade", "expect", "content-length", "authorization", "x-amz-security-token",
			"x-amz-account-id", "x-amz-region-set", "x-amz-date", "forwarded", "x-real-ip", "x-http-method-override",
			"origin", "x-amz-target", "smithy-protocol", "cookie");

	private static final Set<String> DROPPED_PREFIXES = Set.of("proxy-", "x-localstack", "x-moto", "x-coldstart",
			"x-forwarded", "x-internal");

	private static final Set<String> SIGNATURE_PARAMETERS = Set.of("x-amz-algorithm", "x-amz-credential", "x-amz-date",
			"x-amz-expires", "x-amz-signedheaders", "x-amz-signature", "x-amz-security-token", "x-amz-region-set",
			"awsaccesskeyid", "signature", "signatureversion", "signaturemethod");

	private ForwardedHead() {
	}

	static RequestHead write(RequestHead head, RecognizedCall call, SigningKey key, Clock clock) {
		PresentedCredentials presented = PresentedCredentials.of(head);
		String date = date(head, clock);
		String scope = date.substring(0, 8) + "/" + key.region() + "/" + call.signingName() + "/aws4_request";
		HttpFields.Mutable headers = kept(head, call);
		headers.put("X-Amz-Date", date);
		Form query = head.query();
		if (presented.inQuery() && call.isS3()) {
			query = resigned(query, key, scope);
		}
		else {
			query = query.without((field) -> SIGNATURE_PARAMETERS.contains(field.name().toLowerCase(Locale.ROOT)));
			if (key.token() != null) {
				headers.put("X-Amz-Security-Token", key.token());
			}
		}
		headers.put(HttpHeader.AUTHORIZATION, authorization(key, scope));
		return normalized(new RequestHead(head.method(), head.path(), query, headers), call);
	}

	// Write the head of a request that the proxy itself makes in an account.
	static RequestHead own(String method, String path, AccountId account, Clock clock) {
		RequestHead head = new RequestHead(method, path, Form.EMPTY, HttpFields.EMPTY);
		HttpFields.Mutable headers = HttpFields.build();
		headers.put("X-Amz-Date", date(head, clock));
		headers.put(HttpHeader.AUTHORIZATION, authorization(new SigningKey(account.value(), null, "us-east-1"),
				date(head, clock).substring(0, 8) + "/us-east-1/s3/aws4_request"));
		return new RequestHead(method, path, Form.EMPTY, headers);
	}

	private static String authorization(SigningKey key, String scope) {
		return "AWS4-HMAC-SHA256 Credential=" + key.accessKeyId() + "/" + scope
				+ ", SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64);
	}

	private static String date(RequestHead head, Clock clock) {
		String date = head.header("X-Amz-Date");
		return (date != null && date.matches("\\d{8}T\\d{6}Z")) ? date : AMZ_DATE.format(clock.instant());
	}

	private static HttpFields.Mutable kept(RequestHead head, RecognizedCall call) {
		HttpFields.Mutable kept = HttpFields.build();
		Set<String> perConnection = Set.copyOf(head.headers().getValuesList("connection"));
		for (HttpField field : head.headers()) {
			String name = field.getLowerCaseName();
			if (!DROPPED.contains(name) && DROPPED_PREFIXES.stream().noneMatch(name::startsWith)
					&& perConnection.stream().noneMatch(name::equalsIgnoreCase)) {
				kept.add(field);
			}
		}
		if (call.operation() == null || !call.operation().isUpload()) {
			kept.remove(HttpHeader.CONTENT_ENCODING);
		}
		if (call.operation() == null || !call.operation().isDownload()) {
			kept.remove(HttpHeader.ACCEPT_ENCODING);
		}
		return kept;
	}

	// Replace the key of a presigned query and keep the rest, which the engine checks.
	private static Form resigned(Form query, SigningKey key, String scope) {
		return new Form(query.fields()
			.stream()
			.map((field) -> new Form.Field(field.name(), switch (field.name().toLowerCase(Locale.ROOT)) {
				case "x-amz-credential" -> key.accessKeyId() + "/" + scope;
				case "awsaccesskeyid" -> key.accessKeyId();
				case "x-amz-security-token" -> (key.token() != null) ? key.token() : "";
				default -> field.value();
			}))
			.toList());
	}

	// Leave only the marks of the recognized protocol, so that the engine cannot
	// understand a request otherwise than it is recorded.
	private static RequestHead normalized(RequestHead head, RecognizedCall call) {
		HttpFields.Mutable headers = HttpFields.build(head.headers());
		RequestHead result = new RequestHead(head.method(), head.path(), head.query(), headers);
		if (call.service() == null) {
			return result;
		}
		if (call.protocol() == Protocol.JSON) {
			headers.put("X-Amz-Target", call.service().targetPrefix() + "." + call.operationName());
			headers.put(HttpHeader.CONTENT_TYPE, "application/x-amz-json-" + call.service().jsonVersion());
			return result.at("/", Form.EMPTY);
		}
		if (call.protocol() == Protocol.CBOR) {
			headers.put("Smithy-Protocol", "rpc-v2-cbor");
			return result.at("/service/" + call.service().targetPrefix() + "/operation/" + call.operationName(),
					Form.EMPTY);
		}
		return (call.protocol().isForm() && !CallRecognizer.isQueue(head.path())) ? result.at("/", head.query())
				: result;
	}

	/**
	 * The key that a call is forwarded with.
	 *
	 * @param accessKeyId the access key id, from which the engine takes the account
	 * @param token the session token, or null
	 * @param region the Region
	 */
	record SigningKey(String accessKeyId, @Nullable String token, String region) {
	}

}
