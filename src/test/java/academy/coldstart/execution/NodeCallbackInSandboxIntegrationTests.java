package academy.coldstart.execution;

@InSandbox
class NodeCallbackInSandboxIntegrationTests extends NodeCallbackIntegrationTests {

}
