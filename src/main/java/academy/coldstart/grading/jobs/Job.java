package academy.coldstart.grading.jobs;

/**
 * Names something that the runners work at.
 */
sealed interface Job permits JobId, ReferenceJob {

}
