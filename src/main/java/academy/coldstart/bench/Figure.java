package academy.coldstart.bench;

import org.jspecify.annotations.Nullable;

/**
 * A measured value beside what it should be.
 *
 * @param what what was measured
 * @param measured the value with its unit and its spread
 * @param target the target with its unit, or an empty text
 * @param met whether the target is met, or null where there is none
 */
public record Figure(String what, String measured, String target, @Nullable Boolean met) {

	static Figure of(String what, String measured) {
		return new Figure(what, measured, "", null);
	}

	static Figure atMost(String what, double value, String measured, double limit, String unit) {
		return new Figure(what, measured, "≤ " + Sample.number(limit) + " " + unit, value <= limit);
	}

}
