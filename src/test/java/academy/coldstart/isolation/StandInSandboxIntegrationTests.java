package academy.coldstart.isolation;

/**
 * The same with the first process for machines without a C compiler.
 */
class StandInSandboxIntegrationTests extends SandboxIntegrationTests {

	@Override
	SandboxIsolation openSandbox() {
		return Sandboxes.openStandIn(62000);
	}

}
