package academy.coldstart.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.GradeReport;

/**
 * How a proof went, over all its runs.
 *
 * @param proof the proof
 * @param verdict what the last run said, in few words, and which checks flip
 * @param complaints what is wrong with the grader, or nothing
 * @param faults what kept it from a verdict, or nothing
 * @param millis how long its runs took
 */
record ProofResult(Proof proof, String verdict, List<String> complaints, List<String> faults, long millis) {

	ProofResult {
		complaints = List.copyOf(complaints);
		faults = List.copyOf(faults);
	}

	static ProofResult of(Proof proof, List<GradeReport> reports) {
		List<String> complaints = new ArrayList<>();
		List<String> faults = new ArrayList<>();
		for (GradeReport report : reports) {
			String seeds = " (seeds " + report.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "))
					+ ")";
			if (report.outcome() == GradeReport.Outcome.NOT_GRADED) {
				GradeReport.Problem problem = report.problem();
				faults.add(((problem != null) ? problem.message() : "It was not graded.") + seeds);
			}
			else {
				proof.expectation().complaints(report).forEach((complaint) -> complaints.add(complaint + seeds));
			}
		}
		return new ProofResult(proof, verdict(reports.get(reports.size() - 1)) + flips(reports), complaints, faults,
				reports.stream().mapToLong(GradeReport::durationMs).sum());
	}

	ExitCode code() {
		if (!this.faults.isEmpty()) {
			return ExitCode.PLATFORM_FAULT;
		}
		return this.complaints.isEmpty() ? ExitCode.PASSED : ExitCode.NOT_PASSED;
	}

	// A grader whose verdict depends on chance is wrong about somebody.
	private static String flips(List<GradeReport> reports) {
		List<GradeReport> graded = reports.stream()
			.filter((report) -> report.outcome() != GradeReport.Outcome.NOT_GRADED)
			.toList();
		if (graded.isEmpty()) {
			return "";
		}
		String flips = graded.getFirst()
			.checks()
			.stream()
			.map(CheckResult::id)
			.map((id) -> flip(id, graded))
			.filter((text) -> !text.isEmpty())
			.collect(Collectors.joining(", "));
		return flips.isEmpty() ? "" : ", flips " + flips;
	}

	private static String flip(String check, List<GradeReport> reports) {
		long passed = reports.stream()
			.flatMap((report) -> report.checks().stream())
			.filter((result) -> result.id().equals(check) && result.outcome() == CheckResult.Outcome.PASSED)
			.count();
		return (passed == 0 || passed == reports.size()) ? ""
				: check + " (passed in " + passed + " of " + reports.size() + " runs)";
	}

	private static String verdict(GradeReport report) {
		String missed = report.checks()
			.stream()
			.filter((check) -> check.outcome() != CheckResult.Outcome.PASSED)
			.map((check) -> switch (check.outcome()) {
				case BLOCKED -> "(" + check.id() + ")";
				case ERRORED -> check.id() + "!";
				case PASSED, FAILED -> check.id();
			})
			.collect(Collectors.joining(" "));
		return report.score() + (missed.isEmpty() ? "" : ", misses " + missed);
	}

}
