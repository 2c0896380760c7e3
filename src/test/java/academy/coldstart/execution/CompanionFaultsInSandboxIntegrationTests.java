package academy.coldstart.execution;

@InSandbox
class CompanionFaultsInSandboxIntegrationTests extends CompanionFaultsIntegrationTests {

}
