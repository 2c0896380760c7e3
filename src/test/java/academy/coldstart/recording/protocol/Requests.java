package academy.coldstart.recording.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.eclipse.jetty.http.HttpFields;

/**
 * Requests as SDKs send them.
 */
final class Requests {

	static final OperationTable TABLE = OperationTable.load();

	private static final CallRecognizer RECOGNIZER = new CallRecognizer(TABLE);

	private Requests() {
	}

	/**
	 * Build the head of a request.
	 * @param line method and target, such as {@code GET /bucket?acl}
	 * @param headers alternating names and values
	 * @return the head
	 */
	static RequestHead head(String line, String... headers) {
		HttpFields.Mutable fields = HttpFields.build();
		for (int i = 0; i < headers.length; i += 2) {
			fields.add(headers[i], headers[i + 1]);
		}
		String method = line.substring(0, line.indexOf(' '));
		String target = line.substring(line.indexOf(' ') + 1);
		int question = target.indexOf('?');
		return (question < 0) ? new RequestHead(method, target, Form.EMPTY, fields) : new RequestHead(method,
				target.substring(0, question), Form.parse(target.substring(question + 1)), fields);
	}

	static String signedFor(String service) {
		return "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260226/us-east-1/" + service
				+ "/aws4_request, SignedHeaders=host;x-amz-date, Signature=00";
	}

	static RequestHead signed(String service, String line, String... headers) {
		String[] all = new String[headers.length + 2];
		System.arraycopy(headers, 0, all, 0, headers.length);
		all[headers.length] = "Authorization";
		all[headers.length + 1] = signedFor(service);
		return head(line, all);
	}

	static RecognizedCall recognize(RequestHead head, String body) {
		try {
			return RECOGNIZER.recognize(head, () -> body.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String name(RequestHead head, String body) {
		RecognizedCall call = recognize(head, body);
		return call.signingName() + ":" + call.operationName();
	}

}
