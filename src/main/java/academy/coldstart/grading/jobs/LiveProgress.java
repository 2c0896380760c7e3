package academy.coldstart.grading.jobs;

import java.util.UUID;

import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradingProgress;

/**
 * Passes on how an attempt goes to those who follow the grading.
 *
 * @param grading the grading
 * @param attempt the token of the attempt
 */
record LiveProgress(LiveGrading grading, UUID attempt) implements GradingProgress {

	@Override
	public void stageStarted(String stage) {
		this.grading.stage(this.attempt, stage);
	}

	@Override
	public void checkFinished(CheckResult result) {
		this.grading.check(this.attempt, result);
	}

}
