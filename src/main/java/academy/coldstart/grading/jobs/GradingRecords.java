package academy.coldstart.grading.jobs;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiConsumer;

import academy.coldstart.course.LearnerRecords;
import academy.coldstart.submission.SubmissionFolder;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The reports, traces and states at the end of what the learner handed in.
 */
@Component
@Order(50)
class GradingRecords implements LearnerRecords {

	private final JdbcClient jdbc;

	GradingRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void export(BiConsumer<String, byte[]> file) {
		this.jdbc.sql("""
				select s.id, s.exercise, s.language, s.received_at, g.report, g.trace, g.end_state from grading g
				join submission s on s.id = g.submission where g.report is not null order by s.number""")
			.query((row) -> {
				String folder = SubmissionFolder.of(row);
				file.accept(folder + "report.json", row.getString("report").getBytes(StandardCharsets.UTF_8));
				hand(folder + "trace.json", row.getBytes("trace"), file);
				hand(folder + "end-state.json", row.getBytes("end_state"), file);
			});
	}

	private static void hand(String path, byte @Nullable [] document, BiConsumer<String, byte[]> file) {
		if (document != null) {
			file.accept(path, Gzip.expand(document).getBytes(StandardCharsets.UTF_8));
		}
	}

	@Override
	public Optional<String> obstacle() {
		int underWay = this.jdbc.sql("select count(*) from grading where status <> 'FINISHED'")
			.query(Integer.class)
			.single();
		return (underWay == 0) ? Optional.empty()
				: Optional.of("Something is still being graded. Wait until it is done, then delete again.");
	}

	@Override
	public void delete() {
		this.jdbc.sql("delete from grading").update();
	}

}
