package academy.coldstart.grading.pipeline;

import java.net.URI;
import java.util.Map;

import academy.coldstart.course.Exercise;
import academy.coldstart.engine.EngineLease;
import academy.coldstart.grader.Setup;
import academy.coldstart.grading.BareAccounts;

import org.springframework.stereotype.Component;

/**
 * Opens accounts as a grading does, and then does nothing in them.
 */
@Component
class LeasedBareAccounts implements BareAccounts {

	private final Platform platform;

	LeasedBareAccounts(Platform platform) {
		this.platform = platform;
	}

	@Override
	public BareAccount open(Exercise exercise, long seed) {
		Setup setup = Setup.of(Graders.find(exercise), seed);
		EngineLease lease = this.platform.lease();
		try {
			return new Opened(lease, this.platform.accounts().open(lease, setup, null), setup.parameters());
		}
		catch (RuntimeException ex) {
			lease.close();
			throw ex;
		}
	}

	private record Opened(EngineLease lease, Accounts.OpenAccount open,
			Map<String, String> parameters) implements BareAccount {

		@Override
		public URI endpoint() {
			return this.lease.endpoint();
		}

		@Override
		public String account() {
			return this.lease.account();
		}

		@Override
		public void renew(String function) {
			this.open.control().renew(function);
		}

		@Override
		public void close() {
			try {
				this.open.close();
			}
			finally {
				this.lease.close();
			}
		}

	}

}
