package academy.coldstart.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A point in time or a day, for a {@code time} element.
 *
 * @param machine the exact time for programs
 * @param text the time for people, in the time zone of this installation
 */
public record Moment(String machine, String text) {

	private static final DateTimeFormatter FOR_PEOPLE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss",
			Locale.ENGLISH);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

	public static Moment of(LocalDate day) {
		return new Moment(day.toString(), DAY.format(day));
	}

	public static Moment of(Instant instant, ZoneId zone) {
		Instant exact = instant.truncatedTo(ChronoUnit.MILLIS);
		return new Moment(exact.toString(), FOR_PEOPLE.format(exact.atZone(zone)));
	}

}
