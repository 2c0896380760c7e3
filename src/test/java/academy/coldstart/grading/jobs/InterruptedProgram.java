package academy.coldstart.grading.jobs;

import java.nio.file.Path;
import java.time.Duration;

import org.awaitility.Awaitility;

/**
 * A program that begins to grade one submission and has a second one waiting, until
 * somebody kills it; or goes on with them.
 */
public final class InterruptedProgram {

	private InterruptedProgram() {
	}

	public static void main(String[] arguments) {
		JobsApplication application = JobsApplication.start(Path.of(arguments[0]));
		String submissions = "";
		if (arguments[1].equals("submit")) {
			submissions = " " + application.submit("wait\n") + " " + application.submit("pass\n");
		}
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> application.grading().started.contains("wait\n"));
		System.out.println("grading" + submissions);
	}

}
