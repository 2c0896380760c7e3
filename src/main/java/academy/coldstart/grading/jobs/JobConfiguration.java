package academy.coldstart.grading.jobs;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Connects the worker with the scheduler.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobProperties.class)
class JobConfiguration {

	@Bean
	Task<Void> gradingTask(GradingWorker worker, JobProperties properties) {
		return Tasks.custom(JobQueue.TASK, Void.class)
			.onFailure((complete, operations) -> operations.reschedule(complete,
					complete.getTimeDone().plus(properties.retryDelay())))
			.onDeadExecutionRevive()
			.execute((instance, context) -> worker.work(JobId.parse(instance.getId()), context.getSchedulerState()));
	}

}
