package academy.coldstart.graders.leastprivilege;

import academy.coldstart.grader.Check;
import academy.coldstart.grader.Run;
import org.junit.jupiter.api.Timeout;

/**
 * Sends orders through three functions, and asks their roles what else they allow.
 */
class LeastPrivilegeGrader {

	@Check("C1")
	@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void everythingWorks(Run run) {
		run.once(Traffic.class, () -> Traffic.through(new Shop(run))).requireSuccess();
	}

	@Check("C2")
	@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void stolenCredentialsDoLittle(Run run) {
		new BlastRadius(new Shop(run)).requireSmall();
	}

	@Check("C3")
	void rolesAreNotShared(Run run) {
		new Separation(new Shop(run)).require();
	}

	@Check("C4")
	@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void grantsAreUsed(Run run) {
		run.once(Traffic.class, () -> Traffic.through(new Shop(run))).requireForGrants();
		new Grants(new Shop(run)).requireUsed();
	}

}
