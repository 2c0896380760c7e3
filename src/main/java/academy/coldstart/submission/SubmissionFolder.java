package academy.coldstart.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Names the folders of submissions in what learners take along.
 */
public final class SubmissionFolder {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss")
		.withZone(ZoneOffset.UTC);

	private static final int SHORT = 8;

	private SubmissionFolder() {
	}

	/**
	 * Name the folder of a submission.
	 * @param row has {@code exercise}, {@code language}, {@code id} and
	 * {@code received_at} of a submission
	 * @return such as {@code attempts/charge-once/2026-11-26T10-42-00-python-1b9d6bcd/}
	 * @throws SQLException when the row cannot be read
	 */
	public static String of(ResultSet row) throws SQLException {
		return "attempts/" + row.getString("exercise") + "/"
				+ time(row.getObject("received_at", OffsetDateTime.class).toInstant()) + "-" + row.getString("language")
				+ "-" + row.getString("id").substring(0, SHORT) + "/";
	}

	static String time(Instant time) {
		return TIME.format(time);
	}

}
