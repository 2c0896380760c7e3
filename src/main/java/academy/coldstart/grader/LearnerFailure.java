package academy.coldstart.grader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.LogLine;
import org.jspecify.annotations.Nullable;

/**
 * What a check is about does not hold: the only thing that costs a learner points.
 *
 * <pre class="code">
 * throw LearnerFailure.because("Order %s was charged %d times.", id, n)
 * 	.expected("1 charge")
 * 	.observed("%d charges", n)
 * 	.evidence(calls);
 * </pre>
 */
public final class LearnerFailure extends AssertionError {

	private final List<String> evidence = new ArrayList<>();

	private @Nullable String expected;

	private @Nullable String observed;

	private @Nullable Place place;

	private LearnerFailure(String message) {
		super(message);
	}

	/**
	 * Begin a failure with its message.
	 * @param sentence what happened, as a sentence with the values
	 * @param values the values, as for {@link String#format}
	 * @return the failure, to be thrown
	 */
	public static LearnerFailure because(String sentence, Object... values) {
		return new LearnerFailure(format(sentence, values));
	}

	/**
	 * Say what was expected.
	 * @param text the expectation with its values
	 * @param values the values
	 * @return this failure
	 */
	public LearnerFailure expected(String text, Object... values) {
		this.expected = format(text, values);
		return this;
	}

	/**
	 * Say what was observed.
	 * @param text the observation with its values
	 * @param values the values
	 * @return this failure
	 */
	public LearnerFailure observed(String text, Object... values) {
		this.observed = format(text, values);
		return this;
	}

	/**
	 * Point to calls.
	 * @param calls the calls
	 * @return this failure
	 */
	public LearnerFailure evidence(Calls calls) {
		return evidence(calls.list().stream().map(AwsCall::id).toList());
	}

	/**
	 * Point to log lines.
	 * @param logs the log lines
	 * @return this failure
	 */
	public LearnerFailure evidence(Logs logs) {
		return evidence(logs.list().stream().map(LogLine::id).toList());
	}

	/**
	 * Point to an invocation: its environment and its calls.
	 * @param result the result of the invocation
	 * @return this failure
	 */
	public LearnerFailure evidence(Result result) {
		return evidence(result.evidence());
	}

	/**
	 * Point to records of the trace.
	 * @param ids ids of calls, environments, log lines and actions
	 * @return this failure
	 */
	public LearnerFailure evidence(List<String> ids) {
		ids.stream().filter((id) -> !this.evidence.contains(id)).forEach(this.evidence::add);
		return this;
	}

	/**
	 * Say where in the learner's files to look.
	 * @param place the place, or null when it is not known
	 * @return this failure
	 */
	public LearnerFailure at(@Nullable Place place) {
		this.place = place;
		return this;
	}

	public @Nullable String expected() {
		return this.expected;
	}

	public @Nullable String observed() {
		return this.observed;
	}

	public @Nullable Place place() {
		return this.place;
	}

	/**
	 * Return the ids of the records that show it.
	 * @return ids within the trace of this run
	 */
	public List<String> evidence() {
		return List.copyOf(this.evidence);
	}

	@SuppressWarnings("AnnotateFormatMethod")
	private static String format(String text, Object... values) {
		return (values.length == 0) ? text : String.format(Locale.ROOT, text, values);
	}

}
