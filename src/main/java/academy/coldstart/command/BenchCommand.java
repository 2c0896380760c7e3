package academy.coldstart.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import academy.coldstart.bench.BenchPlan;
import academy.coldstart.bench.BenchReport;
import academy.coldstart.bench.Benchmarks;
import academy.coldstart.course.Slug;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Measures, prints the figures beside their targets, and keeps them in a dated file.
 */
@Command(name = "bench", description = "Measure what Coldstart costs, beside its targets.")
class BenchCommand implements Callable<Integer> {

	private final Coldstart coldstart;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Parameters(arity = "0..*", paramLabel = "NAME",
			description = "What to measure: verdict, try, proxy, start, decision, sandbox, load, throughput, neighbours. Without a name all but the last four.")
	private List<String> names = new ArrayList<>();

	@Option(names = "--exercise", paramLabel = "SLUG",
			description = "Measure the verdicts of this exercise only. Can be given several times.")
	private List<String> exercises = new ArrayList<>();

	@Option(names = "--rounds", paramLabel = "N", defaultValue = "7",
			description = "How often each is measured. Default: ${DEFAULT-VALUE}")
	private int rounds = 7;

	@Option(names = "--keep", paramLabel = "DIR", defaultValue = "docs/benchmarks",
			description = "Where the dated file is written. Default: ${DEFAULT-VALUE}")
	private Path folder = Path.of("docs/benchmarks");

	BenchCommand(Coldstart coldstart) {
		this.coldstart = coldstart;
	}

	@Override
	public Integer call() throws IOException {
		Terminal terminal = Coldstart.terminal(this.spec.commandLine());
		if (this.rounds < 1) {
			throw new BadInput("--rounds needs a number from 1.");
		}
		try (Workbench workbench = this.coldstart.open(terminal)) {
			Benchmarks benchmarks = workbench.benchmarks();
			requireKnown(benchmarks.names());
			workbench.grading();
			BenchReport report = benchmarks.run(new BenchPlan(this.names, exercises(workbench), this.rounds,
					(step) -> terminal.progress("Measuring " + step + " ..."),
					(figure) -> terminal.progress("  " + figure.what() + ": " + figure.measured())));
			terminal.result(report.toMarkdown());
			terminal.progress("Kept in " + report.keepIn(this.folder));
			return (report.meetsAllTargets() ? ExitCode.PASSED : ExitCode.NOT_PASSED).code();
		}
	}

	private List<Slug> exercises(Workbench workbench) {
		return this.exercises.stream().map((slug) -> Choice.exercise(workbench.course(), slug).slug()).toList();
	}

	private void requireKnown(List<String> known) {
		for (String name : this.names) {
			if (!known.contains(name)) {
				throw new BadInput("There is no benchmark named " + name + "." + Suggestions.sentence(name, known));
			}
		}
	}

}
