package academy.coldstart.grader;

import java.util.Map;

/**
 * A service beside AWS that functions reach over HTTP, such as a payment provider.
 * Offered by a grader before deployment; answers requests of several environments at
 * once, so it must be safe for use by many threads.
 */
public interface Companion {

	/**
	 * Return the short name under which its requests stand in the trace.
	 * @return such as {@code psp}
	 */
	String name();

	/**
	 * Return the environment variable that carries its address.
	 * @return such as {@code PSP_URL}
	 */
	String variable();

	/**
	 * Answer a request.
	 * @param request the request
	 * @param caller the environment that sent it
	 * @return the answer
	 */
	Answer answer(Request request, Caller caller);

	/**
	 * A request to the service.
	 *
	 * @param method the HTTP method
	 * @param path the path with its query
	 * @param headers the headers, with names in lower case
	 * @param body the body as text
	 */
	record Request(String method, String path, Map<String, String> headers, String body) {
	}

	/**
	 * The answer of the service.
	 *
	 * @param status the HTTP status
	 * @param headers the headers
	 * @param body the body as text
	 */
	record Answer(int status, Map<String, String> headers, String body) {

		/**
		 * Answer with JSON.
		 * @param status the HTTP status
		 * @param value a JSON text, or an object to be written as JSON
		 * @return the answer
		 */
		public static Answer json(int status, Object value) {
			return new Answer(status, Map.of("content-type", "application/json"), Json.write(value));
		}

	}

	/**
	 * The execution environment that sent a request.
	 */
	interface Caller {

		/**
		 * Return the id of the environment within its trace.
		 * @return such as {@code e2}
		 */
		String environment();

		/**
		 * Kill the environment at once, as a crash would. The request gets no answer.
		 */
		void kill();

	}

}
