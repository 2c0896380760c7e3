package academy.coldstart.grading.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import academy.coldstart.course.Slug;
import academy.coldstart.grading.GradedRun;
import academy.coldstart.grading.GradingState.Status;
import academy.coldstart.grading.RunJson;
import academy.coldstart.submission.SubmissionId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The table of gradings. Each change states what has to be true before it, and says
 * whether it was.
 */
@Repository
class GradingTable {

	private static final String SELECT = """
			select g.submission, s.exercise, s.language, g.status, g.outcome, g.sequence, g.report, s.received_at
			from grading g join submission s on s.id = g.submission
			""";

	/** Numbers that a stopped program may have used without storing them. */
	private static final int SEQUENCE_GAP = 100_000;

	private static final int HISTORY = 50;

	private final JdbcClient jdbc;

	private final Clock clock;

	GradingTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void insert(SubmissionId submission, JobClass jobClass, Instant enqueuedAt) {
		this.jdbc.sql("""
				insert into grading (submission, round, priority, enqueued_at, status, attempts, sequence)
				values (:id, 1, :priority, :now, 'QUEUED', 0, 1)""")
			.param("id", submission.value())
			.param("priority", jobClass.priority())
			.param("now", enqueuedAt.atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * Begin a new round for a submission that the platform failed to grade.
	 * @param submission the submission
	 * @param jobClass the class of the new job
	 * @param enqueuedAt its place among jobs of the same class
	 * @return the new job, or empty when the submission is not in that state
	 */
	Optional<JobId> startRound(SubmissionId submission, JobClass jobClass, Instant enqueuedAt) {
		int changed = this.jdbc
			.sql("""
					update grading set round = round + 1, priority = :priority, enqueued_at = :now, status = 'QUEUED',
						attempts = 0, interruptions = 0, attempt_token = null, sequence = sequence + 1, outcome = null, score = null,
						report = null, trace = null, end_state = null, finished_at = null, duration_ms = null
					where submission = :id and status = 'FINISHED' and outcome in ('NOT_GRADED', 'CANCELLED')""")
			.param("id", submission.value())
			.param("priority", jobClass.priority())
			.param("now", enqueuedAt.atOffset(ZoneOffset.UTC))
			.update();
		return (changed == 0) ? Optional.empty()
				: this.jdbc.sql("select round from grading where submission = :id")
					.param("id", submission.value())
					.query(Integer.class)
					.optional()
					.map((round) -> new JobId(submission, round));
	}

	/**
	 * Claim a job. Whoever claimed it before can't write a result any more.
	 * @param job the job
	 * @return the attempt, or empty when the job is done or out of date
	 */
	Optional<Attempt> claim(JobId job) {
		UUID token = UUID.randomUUID();
		int changed = this.jdbc.sql("""
				update grading set status = 'RUNNING', attempts = attempts + 1, attempt_token = :token
				where submission = :id and round = :round and status <> 'FINISHED'""")
			.param("token", token)
			.param("id", job.submission().value())
			.param("round", job.round())
			.update();
		return (changed == 0) ? Optional.empty()
				: this.jdbc.sql("select attempts, interruptions from grading where attempt_token = :token")
					.param("token", token)
					.query((row, index) -> new Attempt(job.submission(), token, row.getInt(1), row.getInt(2)))
					.optional();
	}

	/**
	 * Put a claimed job back into the queue.
	 * @param attempt the attempt that ended without a result
	 * @param counted whether it counts as one of the attempts
	 * @return whether the attempt still held the job
	 */
	boolean release(Attempt attempt, boolean counted) {
		return this.jdbc.sql("""
				update grading set status = 'QUEUED', attempt_token = null, attempts = :attempts
				where submission = :id and status = 'RUNNING' and attempt_token = :token""")
			.param("attempts", counted ? attempt.number() : attempt.number() - 1)
			.param("id", attempt.submission().value())
			.param("token", attempt.token())
			.update() == 1;
	}

	/**
	 * Store the result of an attempt.
	 * @param attempt the attempt
	 * @param run its result
	 * @param sequence the number of the finished state
	 * @return whether the attempt still held the job; if not, nothing is stored
	 */
	boolean finish(Attempt attempt, GradedRun run, long sequence) {
		return this.jdbc
			.sql("""
					update grading set status = 'FINISHED', outcome = :outcome, score = :score, report = :report,
						trace = :trace, end_state = :state, sequence = :sequence, finished_at = :now, duration_ms = :duration
					where submission = :id and status = 'RUNNING' and attempt_token = :token""")
			.param("outcome", run.report().outcome().name())
			.param("score", run.report().score())
			.param("report", RunJson.write(run.report()))
			.param("trace", Gzip.compress(RunJson.write(run.traces())))
			.param("state", run.states().isEmpty() ? null : Gzip.compress(RunJson.writeStates(run.states())),
					Types.VARBINARY)
			.param("sequence", sequence)
			.param("duration", run.report().durationMs())
			.param("now", now().atOffset(ZoneOffset.UTC))
			.param("id", attempt.submission().value())
			.param("token", attempt.token())
			.update() == 1;
	}

	/**
	 * Take a grading away from whoever works at it, and from the queue.
	 * @param submission the submission
	 * @param sequence the number of the cancelled state
	 * @return whether that was in time
	 */
	boolean cancel(SubmissionId submission, long sequence) {
		return this.jdbc.sql("""
				update grading set status = 'FINISHED', outcome = 'CANCELLED', attempt_token = null,
					sequence = :sequence, finished_at = :now
				where submission = :id and status <> 'FINISHED'""")
			.param("sequence", sequence)
			.param("now", now().atOffset(ZoneOffset.UTC))
			.param("id", submission.value())
			.update() == 1;
	}

	/**
	 * Return what runs and what waits, in the order in which it is worked at.
	 * @return the gradings that are not over
	 */
	List<PendingGrading> pending() {
		return this.jdbc.sql("""
				select g.submission, s.exercise, s.language, g.status
				from grading g join submission s on s.id = g.submission
				where g.status <> 'FINISHED'
				order by case g.status when 'RUNNING' then 0 else 1 end, g.priority desc, g.enqueued_at""")
			.query((row, index) -> new PendingGrading(new SubmissionId(row.getObject("submission", UUID.class)),
					row.getString("exercise"), row.getString("language"), row.getString("status").equals("RUNNING")))
			.list();
	}

	/**
	 * Return how long the last gradings with a verdict took.
	 * @param exercise the exercise
	 * @param language the language id
	 * @param most how many
	 * @return milliseconds each, the latest first
	 */
	List<Long> durations(String exercise, String language, int most) {
		return this.jdbc.sql("""
				select g.duration_ms from grading g join submission s on s.id = g.submission
				where s.exercise = :exercise and s.language = :language and g.outcome in ('PASSED', 'FAILED')
					and g.duration_ms is not null
				order by s.number desc limit :most""")
			.param("exercise", exercise)
			.param("language", language)
			.param("most", most)
			.query((row, index) -> row.getLong("duration_ms"))
			.list();
	}

	/**
	 * Say whether an attempt stored its result, after it could not be told whether that
	 * had worked.
	 * @param attempt the attempt
	 * @return whether its result is stored
	 */
	boolean isFinishedBy(Attempt attempt) {
		return this.jdbc.sql("""
				select count(*) from grading
				where submission = :id and status = 'FINISHED' and attempt_token = :token""")
			.param("id", attempt.submission().value())
			.param("token", attempt.token())
			.query(Integer.class)
			.single() == 1;
	}

	/**
	 * Leave out state numbers that may have been shown before the program stopped.
	 */
	void skipSequences() {
		this.jdbc.sql("update grading set sequence = sequence + :gap where status <> 'FINISHED'")
			.param("gap", SEQUENCE_GAP)
			.update();
	}

	Optional<GradingRow> find(SubmissionId submission) {
		return this.jdbc.sql(SELECT + "where g.submission = :id")
			.param("id", submission.value())
			.query(GradingTable::row)
			.optional();
	}

	List<GradingRow> history(Slug exercise, int skip) {
		return this.jdbc.sql(SELECT + "where s.exercise = :exercise order by s.number desc limit :limit offset :skip")
			.param("exercise", exercise.value())
			.param("skip", skip)
			.param("limit", HISTORY)
			.query(GradingTable::row)
			.list();
	}

	/**
	 * Return what waits for a worker, in the order of the queue.
	 * @return the submissions
	 */
	List<SubmissionId> queue() {
		return this.jdbc
			.sql("select submission from grading where status = 'QUEUED' order by priority desc, enqueued_at")
			.query((row, index) -> new SubmissionId(row.getObject(1, UUID.class)))
			.list();
	}

	Optional<String> trace(SubmissionId submission) {
		return document("select trace from grading where submission = :id and trace is not null", submission);
	}

	Optional<String> endState(SubmissionId submission) {
		return document("select end_state from grading where submission = :id and end_state is not null", submission);
	}

	private Optional<String> document(String query, SubmissionId submission) {
		return this.jdbc.sql(query)
			.param("id", submission.value())
			.query((row, index) -> Gzip.expand(row.getBytes(1)))
			.optional();
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private static Status status(ResultSet row) throws SQLException {
		return "CANCELLED".equals(row.getString("outcome")) ? Status.CANCELLED
				: Status.valueOf(row.getString("status"));
	}

	private static GradingRow row(ResultSet row, int index) throws SQLException {
		String report = row.getString("report");
		return new GradingRow(new SubmissionId(row.getObject("submission", UUID.class)), row.getString("exercise"),
				row.getString("language"), status(row), row.getLong("sequence"),
				(report != null) ? RunJson.readReport(report) : null,
				row.getObject("received_at", OffsetDateTime.class).toInstant());
	}

}
