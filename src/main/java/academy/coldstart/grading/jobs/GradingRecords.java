package academy.coldstart.grading.jobs;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiConsumer;

import academy.coldstart.course.LearnerRecords;
import academy.coldstart.submission.SubmissionFolder;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The reports and traces of what the learner handed in.
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
				select s.id, s.exercise, s.language, s.received_at, g.report, g.trace from grading g
				join submission s on s.id = g.submission where g.report is not null order by s.number""")
			.query((row) -> {
				String folder = SubmissionFolder.of(row);
				file.accept(folder + "report.json", row.getString("report").getBytes(StandardCharsets.UTF_8));
				byte[] trace = row.getBytes("trace");
				if (trace != null) {
					file.accept(folder + "trace.json", Gzip.expand(trace).getBytes(StandardCharsets.UTF_8));
				}
			});
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
