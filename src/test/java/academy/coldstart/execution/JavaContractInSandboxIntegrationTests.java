package academy.coldstart.execution;

@InSandbox
class JavaContractInSandboxIntegrationTests extends JavaContractIntegrationTests {

}
