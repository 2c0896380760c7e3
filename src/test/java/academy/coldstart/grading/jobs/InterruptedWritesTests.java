package academy.coldstart.grading.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

import academy.coldstart.submission.SubmissionId;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Interrupts threads while they write, which nothing in the application does. An
 * interrupt closes an ordinary file under the thread that uses it, and H2 gives up its
 * database with that; even with another kind of file it does so once in a while, when
 * threads wait for each other.
 */
class InterruptedWritesTests {

	private static final int ROUNDS = 60;

	@TempDir
	private Path directory;

	@Test
	void losesNothingThatWasAcceptedAndGoesOn() throws InterruptedException {
		List<SubmissionId> accepted = new CopyOnWriteArrayList<>();
		Random random = new Random();
		try (JobsApplication application = JobsApplication.start(this.directory, "1h")) {
			for (int round = 0; round < ROUNDS; round++) {
				Thread writer = Thread.ofPlatform().uncaughtExceptionHandler((thread, failure) -> {
				}).start(() -> {
					for (int i = 0; i < 10; i++) {
						accepted.add(application.submit("pass\n"));
					}
				});
				LockSupport.parkNanos(random.nextInt(20_000_000));
				writer.interrupt();
				writer.join();
			}
			Awaitility.await().ignoreExceptions().until(() -> accepted.add(application.submit("pass\n")));
			assertThat(accepted).hasSizeGreaterThan(ROUNDS);
			assertThat(stored(application)).containsAll(accepted);
		}
		try (JobsApplication application = JobsApplication.start(this.directory, "1h")) {
			assertThat(stored(application)).containsAll(accepted);
		}
	}

	private static List<SubmissionId> stored(JobsApplication application) {
		return application.jdbc()
			.sql("select id from submission")
			.query((row, index) -> new SubmissionId(row.getObject(1, UUID.class)))
			.list();
	}

}
