package academy.coldstart.execution;

@InSandbox
class NodeContractInSandboxIntegrationTests extends NodeContractIntegrationTests {

}
