package academy.coldstart.execution;

/**
 * The contract for Java, and what only Java functions expect of Lambda.
 */
class JavaContractIntegrationTests extends LanguageContract {

	JavaContractIntegrationTests() {
		super(new JavaFixture());
	}

}
