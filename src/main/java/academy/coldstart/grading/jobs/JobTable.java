package academy.coldstart.grading.jobs;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The scheduler's table of jobs, as far as this application looks into it. Jobs are
 * claimed in the name of this installation, which only one application at a time works
 * for.
 */
@Repository
class JobTable {

	private static final List<String> TASKS = List.of(JobQueue.TASK, StoredReferenceRuns.TASK);

	private final JdbcClient jdbc;

	private final SteadyClock clock;

	private final String name;

	JobTable(JdbcClient jdbc, SteadyClock clock, @Value("${coldstart.home}") Path home) {
		this.jdbc = jdbc;
		this.clock = clock;
		String installation = host() + ":" + home.toAbsolutePath().normalize();
		this.name = "coldstart-" + UUID.nameUUIDFromBytes(installation.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Return the name in which jobs are claimed.
	 * @return a name that stays the same after a restart
	 */
	String name() {
		return this.name;
	}

	/**
	 * Make everything due that an earlier application of this installation had claimed,
	 * without waiting until it is missed, and what is due only later because the clock of
	 * the machine was set back since. An attempt that ended with its application does not
	 * count.
	 * @return how many jobs had been claimed
	 */
	int takeUp() {
		OffsetDateTime now = this.clock.now().atOffset(ZoneOffset.UTC);
		this.jdbc.sql("""
				update grading set status = 'QUEUED', attempt_token = null, attempts = attempts - 1,
					interruptions = interruptions + 1
				where status = 'RUNNING'""").update();
		this.jdbc.sql("""
				update reference_run set status = 'WAITING', attempt_token = null, attempts = attempts - 1,
					interruptions = interruptions + 1
				where status = 'RUNNING'""").update();
		this.jdbc.sql("update grading set enqueued_at = :now where status <> 'FINISHED' and enqueued_at > :now")
			.param("now", now)
			.update();
		this.jdbc.sql(
				"update scheduled_tasks set execution_time = :now where task_name in (:tasks) and execution_time > :now")
			.param("now", now)
			.param("tasks", TASKS)
			.update();
		return this.jdbc.sql("""
				update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
					version = version + 1
				where task_name in (:tasks) and picked = true and picked_by = :name""")
			.param("tasks", TASKS)
			.param("name", this.name)
			.update();
	}

	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "localhost";
		}
	}

}
