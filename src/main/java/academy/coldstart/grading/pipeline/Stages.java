package academy.coldstart.grading.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import academy.coldstart.grading.GradeReport.Stage;
import academy.coldstart.grading.GradingProgress;
import academy.coldstart.grading.GradingState;

/**
 * Measures the stages. Runs with different seeds go through them side by side: a stage
 * lasts from the first that enters it to the last that leaves it.
 */
final class Stages {

	private final long startNanos = System.nanoTime();

	private final GradingProgress progress;

	private final Map<String, Stage> stages = new LinkedHashMap<>();

	private final AtomicBoolean repeats = new AtomicBoolean();

	Stages(GradingProgress progress) {
		this.progress = progress;
	}

	synchronized void enter(String name) {
		if (!this.stages.containsKey(name)) {
			this.stages.put(name, new Stage(name, elapsedMs(), elapsedMs()));
			this.progress.stageStarted(name);
		}
	}

	/** Tell that a run begins again, once for all runs. The stages go on as they are. */
	void repeat() {
		if (this.repeats.compareAndSet(false, true)) {
			this.progress.stageStarted(GradingState.REPEATING);
		}
	}

	synchronized void leave(String name) {
		this.stages.computeIfPresent(name, (key, stage) -> new Stage(name, stage.startMs(), elapsedMs()));
	}

	synchronized List<Stage> list() {
		return new ArrayList<>(this.stages.values());
	}

	long elapsedMs() {
		return (System.nanoTime() - this.startNanos) / 1_000_000;
	}

}
