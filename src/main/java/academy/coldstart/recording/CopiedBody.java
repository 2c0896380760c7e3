package academy.coldstart.recording;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import academy.coldstart.recording.protocol.Protocol;
import academy.coldstart.recording.protocol.ReadableBody;
import academy.coldstart.recording.protocol.RecognizedCall;
import academy.coldstart.trace.Body;
import org.eclipse.jetty.http.HttpFields;

/**
 * Keeps the beginning of a body while it streams by.
 */
final class CopiedBody {

	private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();

	private final RecognizedCall call;

	private final HttpFields headers;

	private long size;

	CopiedBody(RecognizedCall call, HttpFields headers) {
		this.call = call;
		this.headers = headers;
	}

	static Body whole(RecognizedCall call, HttpFields headers, byte[] content) {
		CopiedBody copy = new CopiedBody(call, headers);
		if (call.protocol() == Protocol.CBOR) {
			Body readable = Body.of(ReadableBody.ofCbor(content));
			return new Body(content.length, readable.text(), readable.base64(), readable.truncated());
		}
		copy.add(content, 0, content.length);
		return copy.body();
	}

	InputStream tap(InputStream in) {
		return new Tap(in);
	}

	void add(byte[] bytes, int offset, int length) {
		int room = Body.KEPT_BYTES + 1 - this.beginning.size();
		this.beginning.write(bytes, offset, Math.min(room, length));
		this.size += length;
	}

	byte[] beginning() {
		return this.beginning.toByteArray();
	}

	Body body() {
		String decoded = this.headers.get("x-amz-decoded-content-length");
		if (this.call.isS3() && decoded != null && decoded.matches("\\d{1,15}")) {
			byte[] content = ReadableBody.ofAwsChunked(beginning());
			return Body.of(content, Math.max(content.length, Long.parseLong(decoded)));
		}
		return Body.of(beginning(), this.size);
	}

	private final class Tap extends FilterInputStream {

		Tap(InputStream in) {
			super(in);
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int read = super.read(bytes, offset, length);
			if (read > 0) {
				add(bytes, offset, read);
			}
			return read;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
		}

	}

}
