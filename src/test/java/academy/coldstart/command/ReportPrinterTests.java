package academy.coldstart.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;

import academy.coldstart.grading.GradeReport;
import academy.coldstart.grading.GradeReport.Problem;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

import static org.assertj.core.api.Assertions.assertThat;

class ReportPrinterTests {

	@Test
	void listsEverythingThatIsWrongWithATemplate() {
		StringWriter out = new StringWriter();
		Problem problem = new Problem("deploy", "unsupported-resource", "Dead has an unknown type.", "template.yaml",
				15, null, List.of(new Problem.Other("invalid-template", "Charge refers to Tabel.", "template.yaml", 7)),
				5);
		new ReportPrinter(new Terminal(new PrintWriter(out, true), new PrintWriter(new StringWriter()), Ansi.OFF, true))
			.print(new GradeReport(GradeReport.CONTRACT, new GradeReport.ExerciseVersion("charge-once", 3),
					new GradeReport.Graded("0", "python", List.of("template.yaml")), List.of(1L),
					GradeReport.Outcome.FAILED, 0, 70, 100, Instant.EPOCH, problem, List.of(), List.of(), null, null,
					"trace.json"));
		assertThat(out.toString().lines().map(String::strip)).containsSubsequence(
				"problem    Dead has an unknown type.", "look at    template.yaml:15",
				"and        Charge refers to Tabel.", "look at    template.yaml:7", "and        5 more");
	}

}
