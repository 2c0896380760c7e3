package academy.coldstart.trial.web;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * What the part where code is tried shows next.
 *
 * @param fields its fields
 * @param problem what is wrong with the event, or null
 * @param result what came of a try, or null
 * @param status the status of the answer
 */
record TryAnswer(TryFields fields, @Nullable String problem, @Nullable ResultView result, HttpStatus status) {

	TryAnswer(TryFields fields) {
		this(fields, null, null, HttpStatus.OK);
	}

	static TryAnswer wrong(TryFields fields, String problem) {
		return new TryAnswer(fields, problem, null, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	static TryAnswer with(TryFields fields, ResultView result, HttpStatus status) {
		return new TryAnswer(fields, null, result, status);
	}

}
