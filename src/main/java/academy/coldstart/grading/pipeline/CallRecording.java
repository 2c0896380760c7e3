package academy.coldstart.grading.pipeline;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import academy.coldstart.fault.FaultRules;
import academy.coldstart.recording.Authority;
import academy.coldstart.trace.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * The recording proxy, as far as gradings need it.
 */
public interface CallRecording {

	/**
	 * Say where the calls of an account go. Its trace is open.
	 * @param account the account
	 * @param engine the trusted address of its engine
	 * @param rules the faults that its calls meet
	 * @param authority what decides on its calls, or null when everything is allowed
	 */
	void admit(AccountId account, URI engine, FaultRules rules, @Nullable Authority authority);

	/**
	 * Return what went wrong on our side while calls were forwarded: a run with such
	 * faults says nothing about the learner's code.
	 * @param account the admitted account
	 * @return the faults so far, one sentence each
	 */
	List<String> faults(AccountId account);

	/**
	 * Return why a run proves nothing even when everything passed, such as a call of
	 * which nobody could say whether it was allowed.
	 * @param account the admitted account
	 * @return a sentence, or empty when there is no doubt
	 */
	Optional<String> doubt(AccountId account);

	/**
	 * Forget an account. Does nothing when it was not admitted.
	 * @param account the account
	 */
	void dismiss(AccountId account);

}
