package academy.coldstart.engine.fleet;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;

/**
 * Gives out account ids, each one once.
 */
class Accounts {

	/** The ids that LocalStack uses for callers without an account and for itself. */
	private static final Set<String> RESERVED = Set.of("000000000000", "949334387222");

	private final SecureRandom random = new SecureRandom();

	private final Set<String> used = new HashSet<>(RESERVED);

	synchronized String next() {
		String account;
		do {
			account = Long.toString(this.random.nextLong(100_000_000_000L, 1_000_000_000_000L));
		}
		while (!this.used.add(account));
		return account;
	}

}
