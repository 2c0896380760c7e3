package academy.coldstart.execution;

import java.util.List;
import java.util.Map;

import academy.coldstart.trace.AccountId;

/**
 * The execution environment that the Lambda service asks for.
 *
 * @param id the id that the service uses for it
 * @param account the account of the function
 * @param region the Region of the function
 * @param function the function name
 * @param qualifier the function version
 * @param arn the ARN of that version
 * @param runtime the runtime identifier
 * @param handler the handler as configured
 * @param memoryMb the memory in MB
 * @param timeoutSeconds the function timeout
 * @param ephemeralMb the size of the temporary directory
 * @param architecture the instruction set that the function asks for
 * @param codeSha256 the hash of the deployment package
 * @param layerSha256 the hashes of the layers, in their order
 * @param initializationType {@code on-demand} or {@code provisioned-concurrency}
 * @param environment the variables that the service sets, with the function's own
 * @param userEnvironment the function's own variables
 * @param logGroup the log group
 * @param logStream the log stream
 * @param credentials the credentials of the execution role
 */
record EnvironmentPlan(String id, AccountId account, String region, String function, String qualifier, String arn,
		String runtime, String handler, int memoryMb, int timeoutSeconds, int ephemeralMb, String architecture,
		String codeSha256, List<String> layerSha256, String initializationType, Map<String, String> environment,
		Map<String, String> userEnvironment, String logGroup, String logStream, RoleCredentials credentials) {

	boolean isOnDemand() {
		return !this.initializationType.equals("provisioned-concurrency");
	}

}
