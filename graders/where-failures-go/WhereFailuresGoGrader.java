package academy.coldstart.graders.wherefailuresgo;

import java.util.Random;

import academy.coldstart.grader.Check;
import academy.coldstart.grader.Furnish;
import academy.coldstart.grader.Prepare;
import academy.coldstart.grader.Run;
import academy.coldstart.grader.Setup;
import org.junit.jupiter.api.Timeout;

/**
 * Lets one order fail for good and one fail once, and follows what becomes of them.
 */
class WhereFailuresGoGrader {

	@Prepare
	static void prepare(Setup setup) {
		setup.companion(new MailService(new Random(setup.random().nextLong())));
	}

	@Furnish
	static void furnish(Run run) {
		run.companion(MailService.class).refuse("o-10002");
	}

	@Check("C1")
	@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void failuresLeaveARecord(Run run, MailService mails) {
		new Records(aftermath(run, mails)).require();
	}

	@Check("C2")
	@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void eventsAreTriedAgain(Run run, MailService mails) {
		new Attempts(aftermath(run, mails)).require();
	}

	@Check("C3")
	@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void nothingIsTurnedAway(Run run, MailService mails) {
		new Passage(aftermath(run, mails)).require();
	}

	@Check("C4")
	@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void somebodyHearsOfIt(Run run, MailService mails) {
		new Keeping(aftermath(run, mails)).require();
	}

	private static Aftermath aftermath(Run run, MailService mails) {
		return run.once(Aftermath.class, () -> new Scene(LiveAlias.of(run), mails).play());
	}

}
