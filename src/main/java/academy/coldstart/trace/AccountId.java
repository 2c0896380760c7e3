package academy.coldstart.trace;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A 12-digit AWS account id. One is leased for each grading run, so that it says to which
 * run something belongs.
 *
 * @param value the twelve digits
 */
public record AccountId(@JsonValue String value) {

	private static final Pattern DIGITS = Pattern.compile("\\d{12}");

	public AccountId {
		if (!DIGITS.matcher(value).matches()) {
			throw new IllegalArgumentException("An AWS account id has 12 digits, but this is '" + value + "'");
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
