package academy.coldstart.execution;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process ends in the sandbox before its runtime has said anything.
 */
@InSandbox
class StartTrialInSandboxIntegrationTests {

	@RegisterExtension
	private final HostExtension extension = new HostExtension();

	@Test
	void theCodeIsToBlameThatEndsItsProcess() {
		TestHost host = this.extension.host();
		assertThat(host.python("import os\n\nos._exit(7)\n").start().body().toString()).contains("Runtime.ExitError");

		assertThat(host.host().fault()).isEmpty();
	}

}
