package academy.coldstart.grading.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Takes up what an application left that was killed, before the first job is claimed; and
 * ends the queue before anything that gradings need is taken away. Gradings that run get
 * some time to finish, pages are served meanwhile, and what is not finished is graded
 * after the next start.
 */
class QueueLifecycle implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(QueueLifecycle.class);

	private final JobTable jobs;

	private final Scheduler scheduler;

	private volatile boolean running;

	QueueLifecycle(JobTable jobs, Scheduler scheduler) {
		this.jobs = jobs;
		this.scheduler = scheduler;
	}

	@Override
	public void start() {
		int left = this.jobs.takeUp();
		if (left > 0) {
			logger.info("Gradings that were under way when Coldstart ended begin again: jobs={}", left);
		}
		this.running = true;
	}

	@Override
	public void stop() {
		this.scheduler.stop();
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * The last phase: what starts last is stopped first.
	 * @return the phase
	 */
	@Override
	public int getPhase() {
		return DEFAULT_PHASE;
	}

}
