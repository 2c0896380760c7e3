package academy.coldstart.graders.borrowedbadge;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import academy.coldstart.grader.Check;
import academy.coldstart.grader.Furnish;
import academy.coldstart.grader.Run;
import org.junit.jupiter.api.Timeout;

/**
 * Has payouts made, looks at who signed the calls, and looks for keys in what was handed
 * in.
 */
class BorrowedBadgeGrader {

	private static final Duration HELD = Duration.ofSeconds(20);

	@Furnish
	static void furnish(Run run) {
		Payouts payouts = Payouts.open(run);
		payouts.owe("p-10001", -100);
		payouts.owe("p-10002", 100);
	}

	@Check("C1")
	@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void callsAreSignedByTheRole(Run run) {
		Payouts payouts = payouts(run);
		new Signatures(run, payouts.pay("made the first payout").result()).requireRole();
	}

	@Check("C2")
	@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void everyEnvironmentUsesItsOwnKeys(Run run) throws Exception {
		Payouts payouts = payouts(run);
		payouts.pay("made a payout in one environment");
		// While one is held, the other needs a new environment, which has keys of its own.
		run.faults().on("sqs", "SendMessage").gather(2, HELD);
		Callable<Payout> payout = () -> payouts.pay("made one of two payouts at once");
		for (Payout made : run.atOnce(List.of(payout, payout))) {
			new Signatures(run, made.result()).requireOwn();
		}
	}

	@Check("C3")
	void noKeyIsHandedIn(Run run) {
		new PlantedKeys(run).requireNone();
	}

	@Check("C4")
	@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void payoutsAreTheSame(Run run) {
		Payouts payouts = payouts(run);
		payouts.pay(-30, "made a payout below the limit").requireRight();
		payouts.pay(70, "made a payout above the limit").requireRight();
		payouts.pay(-170, "made another payout below the limit").requireRight();
	}

	private static Payouts payouts(Run run) {
		return run.once(Payouts.class, () -> Payouts.open(run));
	}

}
