package academy.coldstart.grading.jobs;

import java.util.UUID;

/**
 * Names a job that makes the run of a reference solution: the run, and the how-manieth
 * time somebody asked for it.
 *
 * @param run the id of the run
 * @param round counts from 1
 */
record ReferenceJob(UUID run, int round) implements Job {

	static ReferenceJob parse(String text) {
		String[] parts = text.split("/", 2);
		return new ReferenceJob(UUID.fromString(parts[0]), Integer.parseInt(parts[1]));
	}

	@Override
	public String toString() {
		return this.run + "/" + this.round;
	}

}
