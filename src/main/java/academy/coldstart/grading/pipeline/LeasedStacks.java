package academy.coldstart.grading.pipeline;

import java.time.Duration;

import academy.coldstart.engine.EngineLease;
import academy.coldstart.grader.Run;
import academy.coldstart.grader.Setup;
import academy.coldstart.grader.Stack;
import academy.coldstart.grading.GradingTask;
import academy.coldstart.grading.OpenStacks;

import org.springframework.stereotype.Component;

/**
 * Opens stacks in leased accounts. Whoever asks waits for a page, so nothing waits long.
 */
@Component
class LeasedStacks implements OpenStacks {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final Platform platform;

	private final Packaging packaging;

	LeasedStacks(Platform platform, Packaging packaging) {
		this.platform = platform;
		this.packaging = packaging;
	}

	@Override
	public Opening open(GradingTask task) {
		try {
			this.platform.requireInstalled(PATIENCE);
			return open(Preparation.prepare(task, this.packaging), task.seeds().getFirst());
		}
		catch (Rejected ex) {
			return new Refused(ex.problem());
		}
		catch (RuntimeException ex) {
			return new Faulted(Problems.fault("deploy", ex));
		}
	}

	private Opening open(Prepared prepared, long seed) {
		EngineLease lease = this.platform.lease(PATIENCE);
		try {
			return open(PreparedAccount.open(this.platform, prepared, seed, lease), lease);
		}
		catch (RuntimeException ex) {
			lease.close();
			throw ex;
		}
	}

	private Opening open(PreparedAccount account, EngineLease lease) {
		try {
			Stack stack = account.deploy();
			Run run = account.run(stack);
			Setup.furnish(account.prepared().grader(), run);
			return new Opened(new LeasedStack(account, lease, stack, run, this.packaging));
		}
		catch (RuntimeException ex) {
			RuntimeException cause = account.believed(ex);
			account.close();
			throw cause;
		}
	}

}
