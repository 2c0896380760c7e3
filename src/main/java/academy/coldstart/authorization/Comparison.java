package academy.coldstart.authorization;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.function.IntPredicate;

import org.jspecify.annotations.Nullable;

/**
 * How a value of a request is compared with one of a policy. What cannot be read as the
 * type of its operator does not match.
 */
enum Comparison {

	TEXT, TEXT_IGNORING_CASE, PATTERN, ARN, ADDRESS, NUMBER, NUMBER_LESS, NUMBER_LESS_OR_EQUAL, NUMBER_GREATER,
	NUMBER_GREATER_OR_EQUAL, DATE, DATE_BEFORE, DATE_NOT_AFTER, DATE_AFTER, DATE_NOT_BEFORE;

	boolean hasWildcards() {
		return this == PATTERN || this == ARN;
	}

	boolean test(String actual, String wanted) {
		return switch (this) {
			case TEXT -> actual.equals(wanted);
			case TEXT_IGNORING_CASE -> actual.equalsIgnoreCase(wanted);
			case PATTERN -> Glob.matches(wanted, actual);
			case ARN -> Glob.matchesArn(wanted, actual);
			case ADDRESS -> AddressRange.contains(wanted, actual);
			case NUMBER -> numbers(actual, wanted, (order) -> order == 0);
			case NUMBER_LESS -> numbers(actual, wanted, (order) -> order < 0);
			case NUMBER_LESS_OR_EQUAL -> numbers(actual, wanted, (order) -> order <= 0);
			case NUMBER_GREATER -> numbers(actual, wanted, (order) -> order > 0);
			case NUMBER_GREATER_OR_EQUAL -> numbers(actual, wanted, (order) -> order >= 0);
			case DATE -> dates(actual, wanted, (order) -> order == 0);
			case DATE_BEFORE -> dates(actual, wanted, (order) -> order < 0);
			case DATE_NOT_AFTER -> dates(actual, wanted, (order) -> order <= 0);
			case DATE_AFTER -> dates(actual, wanted, (order) -> order > 0);
			case DATE_NOT_BEFORE -> dates(actual, wanted, (order) -> order >= 0);
		};
	}

	private static boolean numbers(String actual, String wanted, IntPredicate order) {
		BigDecimal left = number(actual);
		BigDecimal right = number(wanted);
		return left != null && right != null && order.test(left.compareTo(right));
	}

	private static boolean dates(String actual, String wanted, IntPredicate order) {
		Instant left = date(actual);
		Instant right = date(wanted);
		return left != null && right != null && order.test(left.compareTo(right));
	}

	private static @Nullable BigDecimal number(String text) {
		try {
			return new BigDecimal(text.trim());
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static @Nullable Instant date(String text) {
		try {
			if (text.matches("\\d{1,12}")) {
				return Instant.ofEpochSecond(Long.parseLong(text));
			}
			return (text.indexOf('T') < 0) ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
					: OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
