package academy.coldstart.authorization;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntPredicate;

import org.jspecify.annotations.Nullable;

/**
 * How a value of a request is compared with one of a policy. What cannot be read as the
 * type of its operator does not match.
 */
enum Comparison {

	TEXT(false, String::equals), TEXT_IGNORING_CASE(false, String::equalsIgnoreCase),
	PATTERN(true, (actual, wanted) -> Glob.matches(wanted, actual)),
	ARN(true, (actual, wanted) -> Glob.matchesArn(wanted, actual)),
	ADDRESS(false, (actual, wanted) -> AddressRange.contains(wanted, actual)), NUMBER(numbers((order) -> order == 0)),
	NUMBER_LESS(numbers((order) -> order < 0)), NUMBER_LESS_OR_EQUAL(numbers((order) -> order <= 0)),
	NUMBER_GREATER(numbers((order) -> order > 0)), NUMBER_GREATER_OR_EQUAL(numbers((order) -> order >= 0)),
	DATE(dates((order) -> order == 0)), DATE_BEFORE(dates((order) -> order < 0)),
	DATE_NOT_AFTER(dates((order) -> order <= 0)), DATE_AFTER(dates((order) -> order > 0)),
	DATE_NOT_BEFORE(dates((order) -> order >= 0));

	private final boolean wildcards;

	private final BiPredicate<String, String> test;

	Comparison(boolean wildcards, BiPredicate<String, String> test) {
		this.wildcards = wildcards;
		this.test = test;
	}

	Comparison(BiPredicate<String, String> test) {
		this(false, test);
	}

	boolean hasWildcards() {
		return this.wildcards;
	}

	boolean test(String actual, String wanted) {
		return this.test.test(actual, wanted);
	}

	private static BiPredicate<String, String> numbers(IntPredicate order) {
		return ordered(Comparison::number, order);
	}

	private static BiPredicate<String, String> dates(IntPredicate order) {
		return ordered(Comparison::date, order);
	}

	private static <T extends Comparable<? super T>> BiPredicate<String, String> ordered(
			Function<String, @Nullable T> reader, IntPredicate order) {
		return (actual, wanted) -> {
			T left = reader.apply(actual);
			T right = reader.apply(wanted);
			return left != null && right != null && order.test(Comparator.<T>naturalOrder().compare(left, right));
		};
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
