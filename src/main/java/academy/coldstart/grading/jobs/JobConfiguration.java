package academy.coldstart.grading.jobs;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Connects the workers with the scheduler.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobProperties.class)
class JobConfiguration {

	private static final int HOUSEKEEPERS = 3;

	@Bean
	SteadyClock steadyClock(Clock clock) {
		return new SteadyClock(clock);
	}

	@Bean
	Task<Void> gradingTask(GradingWorker worker, Retries retries) {
		return Tasks.custom(JobQueue.TASK, Void.class)
			.onFailure(retries::afterFailure)
			.onDeadExecution(revivalUnless((id) -> worker.isAtWork(JobId.parse(id)), retries))
			.execute((instance, context) -> worker.work(JobId.parse(instance.getId())));
	}

	@Bean
	Task<Void> referenceTask(ReferenceWorker worker, Retries retries) {
		return Tasks.custom(StoredReferenceRuns.TASK, Void.class)
			.onFailure(retries::afterFailure)
			.onDeadExecution(revivalUnless((id) -> worker.isAtWork(ReferenceJob.parse(id)), retries))
			.execute((instance, context) -> worker.work(ReferenceJob.parse(instance.getId())));
	}

	private static DeadExecutionHandler<Void> revivalUnless(Predicate<String> atWork, Retries retries) {
		return (complete, operations) -> {
			// While the database cannot be written there are no signs of life of a job
			// that this very process works at.
			if (!atWork.test(complete.getExecution().taskInstance.getId())) {
				retries.atOnce(complete, operations);
			}
		};
	}

	@Bean
	DbSchedulerCustomizer schedulerCustomizer(JobProperties properties, JobTable jobs, RunningGradings running,
			ObjectProvider<Scheduler> scheduler) {
		return new DbSchedulerCustomizer() {

			@Override
			public Optional<SchedulerName> schedulerName() {
				return Optional.of(new SchedulerName.Fixed(jobs.name()));
			}

			@Override
			public Optional<ExecutorService> executorService() {
				return Optional.of(CalmExecutors.pool("grading", properties.workers(), running::stop));
			}

			@Override
			public Optional<ExecutorService> dueExecutor() {
				return Optional.of(CalmExecutors.pool("grading-due", 1,
						() -> scheduler.getObject().triggerCheckForDueExecutions()));
			}

			@Override
			public Optional<ScheduledExecutorService> housekeeperExecutor() {
				return Optional.of(CalmExecutors.timer("grading-housekeeper", HOUSEKEEPERS));
			}

		};
	}

	@Bean
	@ConditionalOnProperty(value = "db-scheduler.enabled", matchIfMissing = true)
	QueueLifecycle queueLifecycle(JobTable jobs, Scheduler scheduler) {
		return new QueueLifecycle(jobs, scheduler);
	}

}
