package academy.coldstart.execution;

@InSandbox
class PythonContractInSandboxIntegrationTests extends PythonContractIntegrationTests {

}
