package academy.coldstart.grading.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import academy.coldstart.course.Language;
import academy.coldstart.course.Slug;
import academy.coldstart.grading.GradedRun;
import academy.coldstart.grading.ReferenceKey;
import academy.coldstart.grading.ReferenceState;
import academy.coldstart.grading.RunJson;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * The table of the runs of reference solutions. Each change states what has to be true
 * before it, and says whether it was.
 */
@Repository
class ReferenceTable {

	private static final String KEY = " exercise = :exercise and version = :version and language = :language"
			+ " and solution = :solution and seed = :seed";

	private static final String HELD = " where id = :id and status = 'RUNNING' and attempt_token = :token";

	private final JdbcClient jdbc;

	private final Clock clock;

	ReferenceTable(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Optional<ReferenceState> find(ReferenceKey key) {
		return with(key, "select status from reference_run where" + KEY)
			.query((row, index) -> ReferenceState.valueOf(row.getString(1)))
			.optional();
	}

	/**
	 * Let a run wait, if nobody asked for it before or the platform failed to make it.
	 * @param key the run
	 * @return the job that makes it, or empty when there is nothing to do
	 */
	Optional<ReferenceJob> request(ReferenceKey key) {
		int changed = with(key, """
				update reference_run set round = round + 1, status = 'WAITING', attempts = 0, interruptions = 0,
					attempt_token = null, finished_at = null where status = 'FAULTED' and""" + KEY).update();
		if (changed == 0 && !insert(key)) {
			return Optional.empty();
		}
		return with(key, "select id, round from reference_run where" + KEY)
			.query((row, index) -> new ReferenceJob(row.getObject(1, UUID.class), row.getInt(2)))
			.optional();
	}

	private boolean insert(ReferenceKey key) {
		if (find(key).isPresent()) {
			return false;
		}
		try {
			return with(key, """
					insert into reference_run (id, exercise, version, language, solution, seed, round, status, attempts,
						interruptions)
					values (:id, :exercise, :version, :language, :solution, :seed, 1, 'WAITING', 0, 0)""")
				.param("id", UUID.randomUUID())
				.update() == 1;
		}
		catch (DuplicateKeyException ex) {
			// Somebody else asked in the same moment.
			return false;
		}
	}

	/**
	 * Claim a job. Whoever claimed it before can't write a result any more.
	 * @param job the job
	 * @return the claim, or empty when the job is done or out of date
	 */
	Optional<ReferenceClaim> claim(ReferenceJob job) {
		UUID token = UUID.randomUUID();
		this.jdbc.sql("""
				update reference_run set status = 'RUNNING', attempts = attempts + 1, attempt_token = :token
				where id = :id and round = :round and status in ('WAITING', 'RUNNING')""")
			.param("token", token)
			.param("id", job.run())
			.param("round", job.round())
			.update();
		return this.jdbc.sql("select * from reference_run where attempt_token = :token")
			.param("token", token)
			.query((row, index) -> new ReferenceClaim(job, key(row), token, row.getInt("attempts"),
					row.getInt("interruptions")))
			.optional();
	}

	/**
	 * Put a claimed job back into the queue.
	 * @param claim the claim
	 * @param counted whether it counts as one of the attempts
	 * @return whether the claim still held the job
	 */
	boolean release(ReferenceClaim claim, boolean counted) {
		return held(claim, "update reference_run set status = 'WAITING', attempt_token = null, attempts = :attempts")
			.param("attempts", counted ? claim.number() : claim.number() - 1)
			.update() == 1;
	}

	/**
	 * Store the run.
	 * @param claim the claim
	 * @param run the run
	 * @return whether the claim still held the job; if not, nothing is stored
	 */
	boolean finish(ReferenceClaim claim, GradedRun run) {
		return end(claim, "DONE", Gzip.compress(RunJson.write(run.traces())),
				Gzip.compress(RunJson.writeStates(run.states())));
	}

	/**
	 * Give up for this round.
	 * @param claim the claim
	 * @return whether the claim still held the job
	 */
	boolean fault(ReferenceClaim claim) {
		return end(claim, "FAULTED", null, null);
	}

	private boolean end(ReferenceClaim claim, String status, byte @Nullable [] trace, byte @Nullable [] state) {
		return held(claim, """
				update reference_run set status = :status, trace = :trace, end_state = :state, finished_at = :now""")
			.param("status", status)
			.param("trace", trace)
			.param("state", state)
			.param("now", this.clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	/**
	 * Forget a run that nobody can ask for any more, as its solution has changed.
	 * @param claim the claim
	 */
	void forget(ReferenceClaim claim) {
		held(claim, "delete from reference_run").update();
	}

	Optional<String> trace(ReferenceKey key) {
		return document(key, "select trace from reference_run where status = 'DONE' and trace is not null and");
	}

	Optional<String> endState(ReferenceKey key) {
		return document(key, "select end_state from reference_run where status = 'DONE' and end_state is not null and");
	}

	private Optional<String> document(ReferenceKey key, String statement) {
		return with(key, statement + KEY).query((row, index) -> Gzip.expand(row.getBytes(1))).optional();
	}

	void clear() {
		this.jdbc.sql("delete from reference_run").update();
	}

	private StatementSpec held(ReferenceClaim claim, String change) {
		return this.jdbc.sql(change + HELD).param("id", claim.job().run()).param("token", claim.token());
	}

	private StatementSpec with(ReferenceKey key, String statement) {
		return this.jdbc.sql(statement)
			.param("exercise", key.exercise().value())
			.param("version", key.version())
			.param("language", key.language().id())
			.param("solution", key.solution())
			.param("seed", key.seed());
	}

	private static ReferenceKey key(ResultSet row) throws SQLException {
		return new ReferenceKey(new Slug(row.getString("exercise")), row.getInt("version"),
				Language.find(row.getString("language")).orElseThrow(), row.getString("solution"), row.getLong("seed"));
	}

}
