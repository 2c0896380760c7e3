package academy.coldstart.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the invocation of an attacking function has to come to. The code and the sentence
 * are those that a learner reads.
 *
 * @param error the error types of which it has to have one; none when it has to succeed
 * @param says what the error message has to contain, or null
 * @param refused how many attempts the function has to report, all of them refused; 0
 * when it reports none
 * @param codes the only errors with which attempts may be refused, or null for any
 * @param response the JSON text that it has to answer, or null for any
 * @param logs what has to stand in its log, or null
 * @param again the JSON text that it has to answer when it is invoked once more, with
 * {@code again} in its event, or null when it is not
 * @param forwards whether the proxy may let calls of it through
 */
record Expectation(List<String> error, @Nullable String says, int refused, List<String> codes,
		@Nullable String response, @Nullable String logs, @Nullable String again, boolean forwards) {

	/** Anything but an error. */
	static final Expectation ANY = new Expectation(List.of(), null, 0, List.of(), null, null, null, false);

	Expectation {
		error = List.copyOf(Objects.requireNonNullElse(error, List.of()));
		codes = List.copyOf(Objects.requireNonNullElse(codes, List.of()));
	}

	/**
	 * Compare what happened with it.
	 * @param answer the answer of the function
	 * @return what is not as it has to be, or empty
	 */
	Optional<String> miss(FunctionAnswer answer) {
		boolean right = this.error.isEmpty() ? !answer.isError() : this.error.contains(answer.errorType());
		if (!right) {
			return Optional.of("it ended with " + answer.text() + " instead of "
					+ (this.error.isEmpty() ? "a response" : String.join(" or ", this.error)));
		}
		return missing(this.says, answer.errorMessage(), "the error message")
			.or(() -> missing(this.logs, answer.logs(), "the log"))
			.or(() -> (this.response != null && !this.response.equals(answer.payload()))
					? Optional.of("it answered " + answer.text() + " instead of " + this.response) : Optional.empty())
			.or(() -> (this.refused > 0) ? attempts(answer.json()) : Optional.empty());
	}

	private static Optional<String> missing(@Nullable String wanted, String text, String what) {
		return (wanted == null || text.contains(wanted)) ? Optional.empty()
				: Optional.of(what + " does not say '" + wanted + "' but '" + FunctionAnswer.brief(text) + "'");
	}

	private Optional<String> attempts(JsonNode report) {
		List<String> wrong = new ArrayList<>();
		report.path("escaped")
			.properties()
			.forEach((attempt) -> wrong.add(attempt.getKey() + ": " + attempt.getValue()));
		if (!wrong.isEmpty()) {
			return Optional.of("it could " + String.join("; ", wrong));
		}
		report.path("refused")
			.properties()
			.stream()
			.filter((attempt) -> !this.codes.isEmpty() && !this.codes.contains(attempt.getValue().asString("")))
			.forEach((attempt) -> wrong.add(attempt.getKey() + ": " + attempt.getValue().asString("")));
		int made = report.path("refused").size();
		if (made != this.refused) {
			wrong.add(made + " attempts were reported instead of " + this.refused);
		}
		return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", wrong));
	}

	/**
	 * Say what has to come of the run, for the page of attacks.
	 * @return a few words, in Markdown
	 */
	String words() {
		List<String> words = new ArrayList<>();
		if (!this.error.isEmpty()) {
			words.add("`" + String.join("` or `", this.error) + "`" + ((this.says != null) ? ": " + this.says : ""));
		}
		if (this.refused > 0) {
			words.add(this.refused + " attempts, all refused");
		}
		if (words.isEmpty()) {
			words.add((this.response != null) ? "answers `" + this.response + "`" : "answers");
		}
		if (this.logs != null) {
			words.add("a log line");
		}
		if (this.again != null) {
			words.add("invoked again, answers `" + this.again + "`");
		}
		return String.join("; ", words);
	}

}
