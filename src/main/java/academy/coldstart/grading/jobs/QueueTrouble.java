package academy.coldstart.grading.jobs;

import java.util.concurrent.atomic.AtomicBoolean;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says once that the queue cannot be read or written, and once that it can be again. The
 * scheduler itself would say so every second, with a stack trace.
 */
@Component
class QueueTrouble extends AbstractSchedulerListener {

	private static final Logger logger = LoggerFactory.getLogger(QueueTrouble.class);

	private final JdbcClient jdbc;

	private final AtomicBoolean trouble = new AtomicBoolean();

	QueueTrouble(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void onSchedulerEvent(SchedulerEventType type) {
		if (type == SchedulerEventType.UNEXPECTED_ERROR && !this.trouble.getAndSet(true)) {
			explain();
		}
		else if (type == SchedulerEventType.RAN_EXECUTE_DUE && this.trouble.getAndSet(false)) {
			logger.info("The queue of gradings works again");
		}
	}

	private void explain() {
		try {
			this.jdbc.sql("select count(*) from scheduled_tasks").query(Integer.class).single();
			logger.error("The queue of gradings met an error; set logging.level.com.github.kagkarlsson.scheduler=debug "
					+ "to see which");
		}
		catch (DataAccessException ex) {
			logger.error("The queue of gradings cannot be read: the database does not work. Nothing is lost: "
					+ "gradings go on when it works again", ex);
		}
	}

}
