package academy.coldstart.execution;

import java.util.List;
import java.util.Optional;

import academy.coldstart.fault.FaultRules;
import academy.coldstart.trace.AccountId;

/**
 * Control over the execution environments of an account.
 */
public interface Environments {

	/**
	 * Prepare the environment host for an account: functions of an account that was not
	 * admitted are not run.
	 * @param account the account
	 * @param companions the services beside AWS that its functions reach
	 * @param rules the faults that requests to those meet
	 */
	void admit(AccountId account, List<CompanionService> companions, FaultRules rules);

	/**
	 * Kill a running environment at once, as a crash would. The function's next
	 * invocation starts a new one.
	 * @param account the account
	 * @param environment the id of the environment within its trace
	 */
	void kill(AccountId account, String environment);

	/**
	 * Replace every idle environment of a function before its next invocation, so that it
	 * starts cold.
	 * @param account the account
	 * @param function the function name
	 */
	void renew(AccountId account, String function);

	/**
	 * Look for what makes functions fail through no fault of their own, such as a full
	 * disk, or a runtime that cannot be started. May try that out, which takes a second.
	 * @return the fault as a sentence, or empty
	 */
	Optional<String> fault();

	/**
	 * End all environments of an account and forget it. Waits until no process is left.
	 * @param account the account
	 */
	void dismiss(AccountId account);

}
