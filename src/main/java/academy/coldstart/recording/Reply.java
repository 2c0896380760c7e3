package academy.coldstart.recording;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;

import academy.coldstart.recording.EngineClient.CallerGone;
import academy.coldstart.recording.protocol.AwsError;
import academy.coldstart.recording.protocol.ErrorReader;
import academy.coldstart.recording.protocol.ErrorWriter;
import academy.coldstart.recording.protocol.RecognizedCall;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.CallOutcome;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Passes what the engine answered to the function: small documents rewritten, everything
 * else as it comes; or an error in its place. The call is recorded before its last byte
 * leaves, so that whoever saw the answer finds the record.
 */
final class Reply {

	/** Up to this size, addresses in a response are exchanged. */
	static final int MAX_REWRITTEN_BYTES = 1024 * 1024;

	private static final int COPY_BYTES = 32 * 1024;

	private final Line line;

	private final Caller caller;

	private final CallEntry entry;

	private final RecognizedCall call;

	Reply(Line line, Caller caller, CallEntry entry, RecognizedCall call) {
		this.line = line;
		this.caller = caller;
		this.entry = entry;
		this.call = call;
	}

	void pass(EngineClient.Answer answer, Addresses addresses) throws IOException {
		try (InputStream body = answer.body()) {
			HttpFields headers = ResponseHeaders.passing(answer.head().getHeaders(), addresses);
			byte[] document = isDocument(answer.head()) ? body.readNBytes(MAX_REWRITTEN_BYTES + 1) : new byte[0];
			if (isDocument(answer.head()) && document.length <= MAX_REWRITTEN_BYTES) {
				whole(answer.head(), headers, document, addresses);
			}
			else {
				stream(answer.head(), headers, document, body);
			}
		}
		catch (CallerGone ex) {
			this.entry.complete(answer.head().getStatus(), CallOutcome.BROKEN, null, Body.empty());
			this.caller.abort(ex);
		}
	}

	/**
	 * Answer with an error instead.
	 * @param error the error, to be written in the protocol of the call
	 * @param outcome why
	 */
	void error(AwsError error, CallOutcome outcome) {
		ErrorWriter.WrittenError written = ErrorWriter.write(this.call, error, this.line.requestId());
		this.entry.complete(error.status(), outcome, error,
				CopiedBody.whole(this.call, HttpFields.EMPTY, written.body()));
		this.caller.error(error.status(), written);
	}

	private boolean isDocument(Response head) {
		if (this.caller.asksForHeadOnly()) {
			return false;
		}
		String type = String.valueOf(head.getHeaders().get(HttpHeader.CONTENT_TYPE)).toLowerCase(Locale.ROOT);
		boolean download = this.call.operation() != null && this.call.operation().isDownload();
		return head.getStatus() >= 300 || (!download && (type.contains("json") || type.contains("xml")
				|| type.contains("cbor") || type.startsWith("text/") || type.equals("null")));
	}

	private void whole(Response head, HttpFields headers, byte[] document, Addresses addresses) throws CallerGone {
		byte[] rewritten = BodyRewriter.response(this.call, document, addresses);
		HttpFields.Mutable passing = HttpFields.build(headers);
		if (!Arrays.equals(rewritten, document)) {
			passing.remove("x-amz-crc32");
		}
		AwsError error = ErrorReader.read(this.call.protocol(), head.getStatus(), headers, rewritten);
		this.line.learn(this.call, head.getStatus(), rewritten);
		this.entry.complete(head.getStatus(), CallOutcome.FORWARDED, error,
				CopiedBody.whole(this.call, headers, rewritten));
		this.caller.begin(head.getStatus(), passing);
		if (head.getStatus() != 204 && head.getStatus() != 304) {
			this.caller.length(Integer.toString(rewritten.length));
		}
		this.caller.write(true, rewritten, rewritten.length);
		this.caller.done();
	}

	private void stream(Response head, HttpFields headers, byte[] beginning, InputStream rest) throws IOException {
		this.caller.begin(head.getStatus(), headers);
		String length = head.getHeaders().get(HttpHeader.CONTENT_LENGTH);
		if (length != null) {
			this.caller.length(length);
		}
		CopiedBody copy = new CopiedBody(this.call, headers);
		byte[] current = beginning;
		byte[] next = new byte[COPY_BYTES];
		int read = rest.read(next);
		while (read >= 0) {
			copy.add(current, 0, current.length);
			this.caller.write(false, current, current.length);
			current = Arrays.copyOf(next, read);
			read = rest.read(next);
		}
		copy.add(current, 0, current.length);
		AwsError error = error(head, headers, copy);
		this.entry.complete(head.getStatus(), CallOutcome.FORWARDED, error, copy.body());
		this.caller.write(true, current, current.length);
		this.caller.done();
	}

	private @Nullable AwsError error(Response head, HttpFields headers, CopiedBody copy) {
		return ErrorReader.read(this.call.protocol(), head.getStatus(), headers, copy.beginning());
	}

}
