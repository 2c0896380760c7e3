package academy.coldstart.execution;

@InSandbox
class ExecutionLimitsInSandboxIntegrationTests extends ExecutionLimitsIntegrationTests {

}
