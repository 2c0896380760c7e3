package academy.coldstart.execution;

@InSandbox
class EnvironmentLifeInSandboxIntegrationTests extends EnvironmentLifeIntegrationTests {

}
