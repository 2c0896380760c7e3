package academy.coldstart.trace;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The traces being recorded, by account: whoever sees something happen in an account
 * finds here where to write it down.
 */
public final class Traces {

	private final Map<AccountId, TraceRecorder> open = new ConcurrentHashMap<>();

	/**
	 * Begin to collect what happens in the recorder's account.
	 * @param recorder the recorder
	 * @throws IllegalStateException when that account is being recorded already
	 */
	public void open(TraceRecorder recorder) {
		if (this.open.putIfAbsent(recorder.account(), recorder) != null) {
			throw new IllegalStateException("Account " + recorder.account() + " is being recorded already");
		}
	}

	public Optional<TraceRecorder> find(AccountId account) {
		return Optional.ofNullable(this.open.get(account));
	}

	/**
	 * Stop collecting for an account. Does nothing when it is not being recorded.
	 * @param account the account
	 */
	public void close(AccountId account) {
		this.open.remove(account);
	}

}
