package academy.coldstart.grading.jobs;

import java.nio.file.Path;

import academy.coldstart.submission.SubmissionId;
import org.awaitility.Awaitility;

/**
 * A program that begins to grade one submission and has a second one waiting, until
 * somebody kills it.
 */
public final class InterruptedProgram {

	private InterruptedProgram() {
	}

	public static void main(String[] arguments) {
		JobsApplication application = JobsApplication.start(Path.of(arguments[0]));
		SubmissionId running = application.submit("wait\n");
		SubmissionId waiting = application.submit("pass\n");
		Awaitility.await().until(() -> application.grading().started.size() == 1);
		System.out.println("grading " + running + " " + waiting);
	}

}
