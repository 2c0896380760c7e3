package academy.coldstart.recording.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An API operation.
 *
 * @param name such as {@code GetItem}
 * @param method the HTTP method
 * @param uri the path
 * @param marks the query parameters ({@code ?name} or {@code ?name=value}) and headers
 * ({@code ^name}) that a request must have to be this operation
 * @param resource the input members that say what it touches: alternatives, the best
 * first
 * @param identifiers further input members that may name another account
 * @param flags {@code raw}, {@code upload}, {@code download}
 */
public record Operation(String name, String method, UriTemplate uri, List<String> marks, List<List<String>> resource,
		List<String> identifiers, Set<String> flags) {

	/** An upload from an HTML form, which the service models leave out. */
	static final Operation POST_OBJECT = new Operation("PostObject", "POST", UriTemplate.parse("/{Bucket}"), List.of(),
			List.of(List.of("$Bucket")), List.of(), Set.of("raw", "upload"));

	static Operation parse(String[] columns) {
		return new Operation(columns[0], columns[1], UriTemplate.parse(columns[2]), words(columns[3]),
				Arrays.stream(columns[4].split("\\|", 0)).map(Operation::words).toList(), words(columns[5]),
				Set.copyOf(words(columns[6])));
	}

	private static List<String> words(String column) {
		return column.isEmpty() ? List.of() : List.of(column.split(" ", 0));
	}

	/**
	 * Return whether the request body is the caller's data, not parameters.
	 * @return true for such as {@code PutObject} and {@code Invoke}
	 */
	public boolean hasRawBody() {
		return this.flags.contains("raw");
	}

	/**
	 * Return whether the request body may be of any size and has to be streamed.
	 * @return true for such as {@code PutObject}
	 */
	public boolean isUpload() {
		return this.flags.contains("upload");
	}

	/**
	 * Return whether the response body may be of any size and has to be streamed.
	 * @return true for such as {@code GetObject}
	 */
	public boolean isDownload() {
		return this.flags.contains("download");
	}

	@Nullable Map<String, String> match(RequestHead head) {
		if (!this.method.equals(head.method()) || !this.marks.stream().allMatch((mark) -> carries(head, mark))) {
			return null;
		}
		return this.uri.match(head.path());
	}

	// How much a request must have to match: the operation with the most is meant.
	int precision() {
		return this.uri.literals() * 100 + (this.uri.isGreedy() ? 0 : 50) + this.marks.size();
	}

	private static boolean carries(RequestHead head, String mark) {
		String name = mark.substring(1);
		if (mark.startsWith("^")) {
			return head.header(name) != null;
		}
		int equals = name.indexOf('=');
		return (equals < 0) ? head.query().contains(name)
				: head.query().all(name.substring(0, equals)).contains(name.substring(equals + 1));
	}

}
