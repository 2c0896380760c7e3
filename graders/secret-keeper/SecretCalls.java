package academy.coldstart.graders.secretkeeper;

import java.util.Set;

import academy.coldstart.grader.Calls;
import academy.coldstart.trace.AwsCall;

/**
 * Calls that touch secrets, whatever their operation: secrets can be read in batches, and
 * through Parameter Store as well.
 */
final class SecretCalls {

	/** What Parameter Store puts before the name of a secret. */
	static final String REFERENCE = "/aws/reference/secretsmanager/";

	private static final Set<String> READING = Set.of("GetSecretValue", "BatchGetSecretValue");

	private SecretCalls() {
	}

	/**
	 * Keep successful calls that bring out a value. Attempts of one call count once.
	 * @param calls the calls
	 * @return those calls
	 */
	static Calls values(Calls calls) {
		return calls.matching(SecretCalls::isRead).succeeded().logical();
	}

	/**
	 * Keep successful calls that ask about secrets without bringing out a value.
	 * @param calls the calls
	 * @return those calls
	 */
	static Calls questions(Calls calls) {
		return calls.service("secretsmanager").matching((call) -> !isRead(call)).succeeded().logical();
	}

	private static boolean isRead(AwsCall call) {
		return switch (call.service()) {
			case "secretsmanager" -> READING.contains(call.operation());
			case "ssm" -> String.valueOf(call.request().text()).replace("\\/", "/").contains(REFERENCE);
			default -> false;
		};
	}

}
