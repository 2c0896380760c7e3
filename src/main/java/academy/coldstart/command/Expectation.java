package academy.coldstart.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import academy.coldstart.grading.CheckResult;
import academy.coldstart.grading.CheckResult.Outcome;
import academy.coldstart.grading.GradeReport;

/**
 * What a grader has to say about a program whose worth is known.
 */
sealed interface Expectation {

	/**
	 * Compare a report with what is expected.
	 * @param report the report of a grading that came to a verdict
	 * @return what is wrong with it, or nothing
	 */
	List<String> complaints(GradeReport report);

	private static List<String> ids(GradeReport report, Outcome outcome) {
		return report.checks().stream().filter((check) -> check.outcome() == outcome).map(CheckResult::id).toList();
	}

	private static void complainOfErrors(GradeReport report, List<String> complaints) {
		report.checks()
			.stream()
			.filter((check) -> check.outcome() == Outcome.ERRORED)
			.forEach((check) -> complaints.add(check.id() + " errored: " + check.message()));
	}

	/**
	 * The starter is unfinished: it has to miss points and at least one gate, and to fail
	 * what a review, which begins from it, looks at.
	 *
	 * @param reviewed the ids of the checks that a review can be about
	 */
	record Unfinished(List<String> reviewed) implements Expectation {

		public Unfinished {
			reviewed = List.copyOf(reviewed);
		}

		@Override
		public List<String> complaints(GradeReport report) {
			List<String> complaints = new ArrayList<>();
			complainOfErrors(report, complaints);
			if (report.outcome() == GradeReport.Outcome.PASSED || report.score() >= 100) {
				complaints.add("it must not pass, but has " + report.score() + " points");
			}
			if (report.checks().stream().filter(CheckResult::gate).allMatch((c) -> c.outcome() == Outcome.PASSED)) {
				complaints.add("it must miss at least one gate, but has them all");
			}
			List<String> failed = ids(report, Outcome.FAILED);
			this.reviewed.stream()
				.filter((id) -> !failed.contains(id))
				.forEach((id) -> complaints.add("it must fail " + id + ", which a review looks at"));
			return complaints;
		}

	}

	/**
	 * A solution reaches everything.
	 */
	record Perfect() implements Expectation {

		@Override
		public List<String> complaints(GradeReport report) {
			List<String> complaints = new ArrayList<>();
			report.checks()
				.stream()
				.filter((check) -> check.outcome() != Outcome.PASSED)
				.forEach((check) -> complaints.add(check.id() + " must pass, but "
						+ check.outcome().name().toLowerCase(Locale.ROOT) + ": " + check.message()));
			GradeReport.Problem problem = report.problem();
			if (problem != null) {
				complaints.add("it must run, but: " + problem.message());
			}
			if (report.outcome() != GradeReport.Outcome.PASSED || report.score() != 100) {
				complaints.add("it must reach 100 points, but has " + report.score());
			}
			return complaints;
		}

	}

	/**
	 * A mistake fails the named checks, says so in the expected words, and fails no
	 * other.
	 *
	 * @param fails the ids of the checks
	 * @param message what a message of them must contain
	 */
	record Mistaken(Set<String> fails, Pattern message) implements Expectation {

		@Override
		public List<String> complaints(GradeReport report) {
			List<String> complaints = new ArrayList<>();
			complainOfErrors(report, complaints);
			List<String> failed = ids(report, Outcome.FAILED);
			this.fails.stream()
				.sorted()
				.filter((id) -> !failed.contains(id))
				.forEach((id) -> complaints.add(id + " must fail, but " + outcome(report, id)));
			failed.stream()
				.filter((id) -> !this.fails.contains(id))
				.forEach((id) -> complaints.add(id + " must not fail, but failed: " + message(report, id)));
			if (failed.stream().filter(this.fails::contains).noneMatch((id) -> matches(message(report, id)))) {
				complaints.add("no message contains /" + this.message + "/: "
						+ failed.stream()
							.map((id) -> id + " says " + message(report, id))
							.collect(Collectors.joining("; ")));
			}
			return complaints;
		}

		private boolean matches(String text) {
			return this.message.matcher(text).find();
		}

		private static String outcome(GradeReport report, String id) {
			return report.checks()
				.stream()
				.filter((check) -> check.id().equals(id))
				.map((check) -> check.outcome().name().toLowerCase(Locale.ROOT))
				.findFirst()
				.orElse("is no check of the exercise");
		}

		private static String message(GradeReport report, String id) {
			return report.checks()
				.stream()
				.filter((check) -> check.id().equals(id))
				.map((check) -> String.valueOf(check.message()))
				.findFirst()
				.orElse("");
		}

	}

	/**
	 * A program that does no work at all must not pass.
	 */
	record Worthless() implements Expectation {

		@Override
		public List<String> complaints(GradeReport report) {
			List<String> complaints = new ArrayList<>();
			complainOfErrors(report, complaints);
			if (report.outcome() == GradeReport.Outcome.PASSED) {
				complaints.add("it must not pass, but has " + report.score() + " points");
			}
			return complaints;
		}

	}

}
