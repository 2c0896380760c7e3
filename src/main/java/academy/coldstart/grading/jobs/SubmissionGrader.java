package academy.coldstart.grading.jobs;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.grading.GradedRun;
import academy.coldstart.grading.Grading;
import academy.coldstart.grading.GradingProgress;
import academy.coldstart.grading.GradingTask;
import academy.coldstart.submission.Submission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Grades a stored submission with two seeds of its own, and answers with a report
 * whatever happens.
 */
@Component
class SubmissionGrader {

	private static final Logger logger = LoggerFactory.getLogger(SubmissionGrader.class);

	private final Grading grading;

	private final Course course;

	private final Clock clock;

	private final RunningGradings running;

	private final SecureRandom random = new SecureRandom();

	SubmissionGrader(Grading grading, Course course, Clock clock, RunningGradings running) {
		this.grading = grading;
		this.course = course;
		this.clock = clock;
		this.running = running;
	}

	/**
	 * Grade a submission.
	 * @param job the job that has begun
	 * @param submission the submission
	 * @param progress hears how it goes
	 * @return the report, or empty when it was cancelled or the application stops
	 */
	Optional<GradedRun> grade(JobId job, Submission submission, GradingProgress progress) {
		Optional<Exercise> exercise = this.course.exercise(submission.exercise());
		if (exercise.isEmpty()) {
			return Optional.of(notGraded(submission, 0, "exercise-missing",
					"The exercise " + submission.exercise() + " is no longer part of the course."));
		}
		return this.running.run(job, () -> grade(job, submission, exercise.get(), progress));
	}

	private GradedRun grade(JobId job, Submission submission, Exercise exercise, GradingProgress progress) {
		try {
			return this.grading.grade(
					new GradingTask(exercise, submission.language(), submission.files(), List.of(seed(), seed())),
					progress);
		}
		catch (RuntimeException ex) {
			if (!this.running.isInVain(job)) {
				logger.error("Grading failed: submission={}", submission.id(), ex);
			}
			return notGraded(submission, exercise.version(), "platform-fault",
					"Coldstart itself failed while grading. This is not your code's fault and used no attempt.");
		}
	}

	GradedRun notGraded(Submission submission, int version, String kind, String message) {
		return NotGraded.run(submission, version, this.clock.instant(), kind, message);
	}

	private long seed() {
		return this.random.nextLong(1, 1_000_000_000);
	}

}
