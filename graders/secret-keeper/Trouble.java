package academy.coldstart.graders.secretkeeper;

import java.util.List;
import java.util.Random;

import academy.coldstart.grader.Fault;

/**
 * Errors of all kinds: programs talk most when something goes wrong.
 */
final class Trouble {

	private static final List<String> CODES = List.of("AccessDeniedException", "DecryptionFailure",
			"ResourceNotFoundException");

	private Trouble() {
	}

	/**
	 * Send orders that fail, and orders to a new environment that cannot read the secret.
	 * What becomes of them is not judged here.
	 * @param till the checkout
	 */
	static void play(Till till) {
		List.of(402, 429, 500).forEach(till::sellInVain);
		till.sellWithoutAmount();
		String code = CODES.get(new Random(till.run().seed()).nextInt(CODES.size()));
		till.function().renewEnvironments();
		unreadable(till, "secretsmanager", code).during(() -> unreadable(till, "ssm", code)
			.during(() -> till.sell(" to a new environment, while the secret cannot be read")));
	}

	private static Fault unreadable(Till till, String service, String code) {
		return till.run().faults().on(service).error(400, code, "The secret cannot be read at the moment");
	}

}
