package academy.coldstart.recording;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import academy.coldstart.recording.protocol.Form;
import academy.coldstart.recording.protocol.RequestHead;
import org.eclipse.jetty.server.Request;

/**
 * Reads the head of a request. A bucket in the host name moves to the path; every other
 * name that is not the machine itself is refused.
 */
final class VirtualHost {

	private static final Pattern LOOPBACK = Pattern.compile("(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?");

	private static final Pattern BUCKET = Pattern
		.compile("([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\\.(?:s3[.-][a-z0-9.-]+|localhost|127\\.0\\.0\\.1)(?::\\d+)?");

	private static final Pattern SERVICE = Pattern.compile("s3([.-][a-z0-9-]+)?\\.(amazonaws\\.com|localhost)(:\\d+)?");

	private VirtualHost() {
	}

	static RequestHead resolve(Request request) throws NotAcceptable {
		String path = request.getHttpURI().getPath();
		RequestHead head = new RequestHead(request.getMethod(), (path != null) ? path : "/",
				Form.parse(request.getHttpURI().getQuery()), request.getHeaders());
		String host = String.valueOf(request.getHeaders().get("Host"));
		if (LOOPBACK.matcher(host).matches() || SERVICE.matcher(host).matches()) {
			return head;
		}
		Matcher bucket = BUCKET.matcher(host);
		if (bucket.matches()) {
			return head.at("/" + bucket.group(1) + head.path(), head.query());
		}
		throw new NotAcceptable(400, "InvalidHostHeader",
				"Requests go to the address in AWS_ENDPOINT_URL, but this one names the host '" + host + "'.");
	}

	static boolean isLoopback(String host) {
		return LOOPBACK.matcher(host).matches();
	}

}
