package academy.coldstart.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * Words for amounts.
 */
public final class Words {

	private static final long MINUTE = 60;

	private static final long HOUR = 60 * MINUTE;

	private static final long DAY = 24 * HOUR;

	private Words() {
	}

	/**
	 * Write how many there are of something.
	 * @param count how many
	 * @param one the word for one
	 * @param several the word for another number
	 * @return such as {@code 3 requests}
	 */
	public static String count(long count, String one, String several) {
		return "%,d %s".formatted(count, (count == 1) ? one : several);
	}

	/**
	 * Write a time with its two largest units.
	 * @param seconds whole seconds, zero or more
	 * @return such as {@code 3 min 6 s}
	 */
	public static String time(long seconds) {
		List<String> parts = new ArrayList<>();
		long days = seconds / DAY;
		add(parts, days, (days == 1) ? " day" : " days");
		add(parts, seconds % DAY / HOUR, " h");
		add(parts, seconds % HOUR / MINUTE, " min");
		add(parts, seconds % MINUTE, " s");
		return parts.isEmpty() ? "0 s" : String.join(" ", parts.subList(0, Math.min(2, parts.size())));
	}

	private static void add(List<String> parts, long amount, String unit) {
		if (amount > 0) {
			parts.add(amount + unit);
		}
	}

}
