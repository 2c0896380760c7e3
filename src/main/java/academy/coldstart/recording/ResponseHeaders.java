package academy.coldstart.recording;

import java.util.Locale;
import java.util.Set;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/**
 * Which headers of a response pass the proxy.
 */
final class ResponseHeaders {

	private static final Set<String> DROPPED = Set.of("connection", "keep-alive", "transfer-encoding", "upgrade",
			"trailer", "server", "content-length");

	private static final Set<String> DROPPED_PREFIXES = Set.of("x-localstack", "x-moto", "proxy-", "access-control-");

	private ResponseHeaders() {
	}

	static boolean mayCarryBody(String method) {
		return switch (method.toUpperCase(Locale.ROOT)) {
			case "POST", "PUT", "PATCH" -> true;
			default -> false;
		};
	}

	static HttpFields passing(HttpFields headers, Addresses addresses) {
		HttpFields.Mutable passing = HttpFields.build();
		for (HttpField field : headers) {
			String name = field.getLowerCaseName();
			if (!DROPPED.contains(name) && DROPPED_PREFIXES.stream().noneMatch(name::startsWith)) {
				passing.add(name.equals("location") ? new HttpField(field.getHeader(), field.getName(),
						addresses.inward(String.valueOf(field.getValue()))) : field);
			}
		}
		return passing;
	}

}
