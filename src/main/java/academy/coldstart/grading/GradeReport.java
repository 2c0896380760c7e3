package academy.coldstart.grading;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The report of one grading: the contract {@code report.json}.
 *
 * @param contract the version of the contract
 * @param exercise what was graded against
 * @param submission what was graded
 * @param seeds the seeds of the runs
 * @param outcome the verdict
 * @param score the points from 0 to 100
 * @param passMark the points from which the exercise is passed
 * @param durationMs how long grading took, in milliseconds
 * @param startedAt when it began
 * @param problem what kept the checks from running, or null
 * @param stages how the time was spent
 * @param checks the checks in the order of the exercise
 * @param engine what it ran on, or null when no engine was reached
 * @param runtime what ran the handler, or null when nothing ran
 * @param isolation what kept the functions apart from the machine, or null when nothing
 * ran
 * @param trace the file name of the trace beside the report
 */
public record GradeReport(int contract, ExerciseVersion exercise, Graded submission, List<Long> seeds, Outcome outcome,
		int score, int passMark, long durationMs, Instant startedAt, @Nullable Problem problem, List<Stage> stages,
		List<CheckResult> checks, @Nullable EngineUsed engine, @Nullable RuntimeUsed runtime,
		@Nullable IsolationUsed isolation, String trace) {

	/** The version of the contract that this code writes. */
	public static final int CONTRACT = 1;

	public GradeReport {
		seeds = List.copyOf(seeds);
		stages = List.copyOf(stages);
		checks = List.copyOf(checks);
	}

	public GradeReport(int contract, ExerciseVersion exercise, Graded submission, List<Long> seeds, Outcome outcome,
			int score, int passMark, long durationMs, Instant startedAt, @Nullable Problem problem, List<Stage> stages,
			List<CheckResult> checks, @Nullable EngineUsed engine, @Nullable RuntimeUsed runtime, String trace) {
		this(contract, exercise, submission, seeds, outcome, score, passMark, durationMs, startedAt, problem, stages,
				checks, engine, runtime, null, trace);
	}

	/**
	 * The verdict.
	 */
	public enum Outcome {

		/** Enough points and every gate. */
		@JsonProperty("passed")
		PASSED,

		/** Not enough points, or a gate missing. */
		@JsonProperty("failed")
		FAILED,

		/** The platform failed: no verdict, and no attempt used. */
		@JsonProperty("not-graded")
		NOT_GRADED

	}

	/**
	 * The exercise and its version.
	 *
	 * @param slug the name
	 * @param version the version
	 */
	public record ExerciseVersion(String slug, int version) {
	}

	/**
	 * What was graded.
	 *
	 * @param hash the SHA-256 of the files
	 * @param language the language id
	 * @param files the file names
	 */
	public record Graded(String hash, String language, List<String> files) {

		public Graded {
			files = List.copyOf(files);
		}

	}

	/**
	 * Something that kept checks from running.
	 *
	 * @param stage where it happened: {@code intake}, {@code package}, {@code deploy} or
	 * {@code run}
	 * @param kind a short name, such as {@code handler-missing}
	 * @param message what, where and what to do
	 * @param file the learner's file, if one is to blame
	 * @param line the line in it, from 1
	 * @param raw the original output, bounded
	 * @param others what else is wrong and has other causes, by file and line
	 * @param left how many others there are beyond these
	 */
	public record Problem(String stage, String kind, String message, @Nullable String file, @Nullable Integer line,
			@Nullable String raw, List<Other> others, int left) {

		/** The kind of problem that there was no engine, and nothing was tried. */
		public static final String ENGINE_UNAVAILABLE = "engine-unavailable";

		public Problem {
			others = List.copyOf(others);
		}

		/**
		 * Make a problem that stands alone.
		 * @param stage where it happened
		 * @param kind a short name
		 * @param message what, where and what to do
		 * @param file the learner's file, if one is to blame
		 * @param line the line in it, from 1
		 * @param raw the original output, bounded
		 */
		public Problem(String stage, String kind, String message, @Nullable String file, @Nullable Integer line,
				@Nullable String raw) {
			this(stage, kind, message, file, line, raw, List.of(), 0);
		}

		// Reports of before have no others.
		@JsonCreator
		static Problem read(@JsonProperty("stage") String stage, @JsonProperty("kind") String kind,
				@JsonProperty("message") String message, @JsonProperty("file") @Nullable String file,
				@JsonProperty("line") @Nullable Integer line, @JsonProperty("raw") @Nullable String raw,
				@JsonProperty("others") @Nullable List<Other> others, @JsonProperty("left") @Nullable Integer left) {
			return new Problem(stage, kind, message, file, line, raw, (others != null) ? others : List.of(),
					(left != null) ? left : 0);
		}

		/**
		 * Something else that is wrong.
		 *
		 * @param kind a short name
		 * @param message what, where and what to do
		 * @param file the learner's file, if one is to blame
		 * @param line the line in it, from 1
		 */
		public record Other(String kind, String message, @Nullable String file, @Nullable Integer line) {
		}

	}

	/**
	 * A stage of grading with its place in time.
	 *
	 * @param name the name
	 * @param startMs its start, in milliseconds since grading began
	 * @param endMs its end
	 */
	public record Stage(String name, long startMs, long endMs) {
	}

	/**
	 * What it ran on.
	 *
	 * @param name such as {@code LocalStack}
	 * @param version its version
	 * @param mode {@code host} or {@code container}
	 */
	public record EngineUsed(String name, String version, String mode) {
	}

	/**
	 * What ran the handler.
	 *
	 * @param id the Lambda runtime identifier that the function asked for, such as
	 * {@code nodejs24.x}
	 * @param version the version that really ran, such as {@code Node.js 24.19.0}
	 */
	public record RuntimeUsed(String id, String version) {
	}

	/**
	 * What kept the functions apart from the machine.
	 *
	 * @param kind {@code sandbox}, or {@code plain} for child processes with limits
	 * @param accounting {@code cgroup} when the kernel counts what all processes of a
	 * function use together, {@code watched} when a watchdog does
	 * @param description the same in words
	 */
	public record IsolationUsed(String kind, String accounting, String description) {
	}

}
