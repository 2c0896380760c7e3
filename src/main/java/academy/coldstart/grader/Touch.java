package academy.coldstart.grader;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Tells whether a call touches a resource, whatever the operation: also batches and
 * transactions that name it among others.
 */
final class Touch {

	private final String wanted;

	private final String name;

	/**
	 * Create it for a resource.
	 * @param resource a name, URL or ARN; a path such as {@code /larkspur/vat} means
	 * exactly that parameter
	 */
	Touch(String resource) {
		this.wanted = resource;
		this.name = resource.startsWith("/") ? resource : lastPart(resource);
	}

	boolean test(@Nullable String resource, @Nullable String body) {
		if (resource != null && Arrays.stream(resource.split(", ", 0)).anyMatch(this::isMeant)) {
			return true;
		}
		return body != null && (body.contains("\"" + this.name + "\"") || body.contains("/" + this.name + "\""));
	}

	private boolean isMeant(String one) {
		return one.equals(this.wanted) || one.equals(this.name) || one.startsWith(this.name + "/")
				|| lastPart(one).equals(this.name);
	}

	private static String lastPart(String resource) {
		int end = Math.max(resource.lastIndexOf('/'), resource.lastIndexOf(':'));
		return resource.substring(end + 1);
	}

}
