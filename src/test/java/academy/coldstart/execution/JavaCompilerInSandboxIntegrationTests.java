package academy.coldstart.execution;

import academy.coldstart.isolation.Isolation;
import academy.coldstart.isolation.Sandboxes;

class JavaCompilerInSandboxIntegrationTests extends JavaCompilerIntegrationTests {

	@Override
	Isolation isolation() {
		return Sandboxes.make(61000);
	}

}
