package academy.coldstart.graders.onebadapple;

import java.util.Random;

import academy.coldstart.grader.Check;
import academy.coldstart.grader.Furnish;
import academy.coldstart.grader.Prepare;
import academy.coldstart.grader.Run;
import academy.coldstart.grader.Setup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * Sends good and bad orders through both queues, hands batches of every composition to
 * the function, and compares what was mailed with what returns.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneBadAppleGrader {

	private @Nullable Stage stage;

	@Prepare
	static void prepare(Setup setup) {
		setup.companion(new MailService(new Random(setup.random().nextLong())));
	}

	@Furnish
	static void furnish(Run run) {
		run.companion(MailService.class).takeAnyBut("o-10005");
	}

	@Check("C1")
	@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void onlyBadOrdersReturn(Run run, MailService service) throws Exception {
		stage(run, service).requireStandardScene();
	}

	@Check("C2")
	@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void theAnswerNamesWhatFailed(Run run, MailService service) throws Exception {
		stage(run, service).requireStandardMixes();
	}

	@Check("C3")
	@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void nothingOvertakesAFailedOrderOfItsGroup(Run run, MailService service) throws Exception {
		stage(run, service).requireFifo();
	}

	@Check("C4")
	void bothQueuesGiveMessagesUp(Run run, MailService service) throws Exception {
		Stage open = stage(run, service);
		new DeadLetters(open.standard()).require();
		new DeadLetters(open.fifo()).require();
	}

	@AfterAll
	void close() {
		if (this.stage != null) {
			this.stage.close();
		}
	}

	private Stage stage(Run run, MailService service) throws Exception {
		if (this.stage == null) {
			this.stage = Stage.open(run, service);
		}
		return this.stage;
	}

}
