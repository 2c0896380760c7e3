package academy.coldstart.review;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * When an exercise comes up for review: some days after it was passed, longer after each
 * review that was passed, and anew after one that was not.
 *
 * @param passed how many reviews were passed in a row
 * @param due the day of the next one, or null after the last
 */
record Schedule(int passed, @Nullable LocalDate due) {

	private static final List<Integer> DAYS = List.of(3, 10, 30);

	static Schedule from(LocalDate day) {
		return new Schedule(0, day.plusDays(DAYS.getFirst()));
	}

	Schedule after(ReviewOutcome review, LocalDate day) {
		if (!review.passed()) {
			return from(day);
		}
		int next = this.passed + 1;
		return new Schedule(next, (next < DAYS.size()) ? day.plusDays(DAYS.get(next)) : null);
	}

}
