package academy.coldstart.functions;

/**
 * The frames of an error that kept a handler from being loaded.
 */
public final class StackFrames {

	private StackFrames() {
	}

	/**
	 * Return the frames of a printed stack trace, with a line for each cause before its
	 * frames.
	 * @param trace the trace, or null
	 * @return the frames as error objects have them
	 */
	public static String[] in(String trace) {
		if (trace == null) {
			return new String[0];
		}
		return trace.lines()
			.map(String::strip)
			.filter((line) -> line.startsWith("at ") || line.startsWith("Caused by: "))
			.map((line) -> line.startsWith("at ") ? line.substring(3) : line)
			.toArray(String[]::new);
	}

}
