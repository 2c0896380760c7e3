package academy.coldstart.execution;

import java.util.List;

import academy.coldstart.fault.FaultRules;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.TraceRecorder;

/**
 * An account whose functions may run.
 *
 * @param account the account
 * @param recorder its trace
 * @param companions the services beside AWS that its functions reach
 * @param rules the faults that requests to those meet
 */
record Admission(AccountId account, TraceRecorder recorder, List<CompanionService> companions, FaultRules rules) {

	Admission {
		companions = List.copyOf(companions);
	}

}
