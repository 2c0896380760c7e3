package academy.coldstart.execution;

import java.util.List;

import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.TraceRecorder;

/**
 * An account whose functions may run.
 *
 * @param account the account
 * @param recorder its trace
 * @param companions the services beside AWS that its functions reach
 */
record Admission(AccountId account, TraceRecorder recorder, List<CompanionService> companions) {

	Admission {
		companions = List.copyOf(companions);
	}

}
