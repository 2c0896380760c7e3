package academy.coldstart.recording.protocol;

import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * A request without its body.
 *
 * @param method the HTTP method
 * @param path the raw path, still encoded
 * @param query the query string
 * @param headers the headers
 */
public record RequestHead(String method, String path, Form query, HttpFields headers) {

	/**
	 * Return a header.
	 * @param name its name in any case
	 * @return the value, or null
	 */
	public @Nullable String header(String name) {
		return this.headers.get(name);
	}

	boolean hasType(String prefix) {
		String type = header("Content-Type");
		return type != null && type.regionMatches(true, 0, prefix, 0, prefix.length());
	}

	/**
	 * Return this request with another path and query string.
	 * @param newPath the path
	 * @param newQuery the query string
	 * @return the changed request
	 */
	public RequestHead at(String newPath, Form newQuery) {
		return new RequestHead(this.method, newPath, newQuery, this.headers);
	}

}
