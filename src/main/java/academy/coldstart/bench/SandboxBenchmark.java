package academy.coldstart.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import academy.coldstart.isolation.Cell;
import academy.coldstart.isolation.ConfinedProcess;
import academy.coldstart.isolation.Confinement;
import academy.coldstart.isolation.Directories;
import academy.coldstart.isolation.Isolation;
import academy.coldstart.isolation.Limits;
import academy.coldstart.isolation.PlainIsolation;
import academy.coldstart.process.Command;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Measures what the sandbox costs: the same function started in turn as plain processes
 * and in the sandbox, and how long it takes until nothing of a killed program is left.
 * Needs a sandbox.
 */
@Component
@Order(4)
class SandboxBenchmark implements Benchmark {

	private static final int STARTS_A_ROUND = 5;

	private static final int KILLS_A_ROUND = 20;

	private static final long MEBIBYTE = 1024L * 1024;

	private static final Limits LIMITS = new Limits(64 * MEBIBYTE, 64 * MEBIBYTE, 128, 1024, 64 * MEBIBYTE, 1000);

	/** Other user ids than those of the isolation in force. */
	private static final int FIRST_USER = 40_000;

	private static final String SCRIPT = "for i in 1 2 3 4; do setsid sleep 600 & done; echo ready; wait";

	private final ObjectProvider<Isolation> isolation;

	private final FunctionStarts functions;

	SandboxBenchmark(ObjectProvider<Isolation> isolation, FunctionStarts functions) {
		this.isolation = isolation;
		this.functions = functions;
	}

	@Override
	public String name() {
		return "sandbox";
	}

	@Override
	public boolean isUsual() {
		return false;
	}

	@Override
	public void measure(BenchPlan plan, Consumer<Figure> figures) throws Exception {
		Isolation sandbox = this.isolation.getObject();
		if (!sandbox.protection().holdsStrangers()) {
			throw new IllegalStateException("There is no sandbox to measure. " + sandbox.describe());
		}
		Path base = Files.createTempDirectory(Path.of("/var/tmp"), "coldstart-bench-");
		Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwx--x--x"));
		try (PlainIsolation plain = new PlainIsolation(FIRST_USER)) {
			for (FunctionStart function : this.functions.in(base)) {
				plan.progress().accept("starts of " + function.runtimeId() + " in the sandbox");
				starts(plan, function, plain, sandbox).forEach(figures);
			}
			plan.progress().accept("ends of killed programs");
			Sample kills = kills(plan, sandbox, base);
			figures.accept(
					Figure.atMost("nothing left after a kill, p99", kills.percentile(99), kills.text("ms"), 100, "ms"));
		}
		finally {
			Directories.delete(base);
		}
	}

	private static List<Figure> starts(BenchPlan plan, FunctionStart function, Isolation plain, Isolation sandbox)
			throws IOException {
		List<Double> without = new ArrayList<>();
		List<Double> within = new ArrayList<>();
		function.milliseconds(plain);
		function.milliseconds(sandbox);
		for (int i = 0; i < plan.rounds() * STARTS_A_ROUND; i++) {
			without.add(function.milliseconds(plain));
			within.add(function.milliseconds(sandbox));
		}
		Sample outside = new Sample(without);
		Sample inside = new Sample(within);
		Sample ratio = inside.over(outside);
		double added = inside.median() - outside.median();
		String what = "start of " + function.runtimeId() + ", ";
		return List.of(Figure.atMost(what + "in the sandbox ÷ without", ratio.median(), ratio.text(""), 1.15, ""),
				Figure.atMost(what + "added by the sandbox", added,
						Sample.number(added) + " ms to " + outside.text("ms"), 15, "ms"));
	}

	private static Sample kills(BenchPlan plan, Isolation sandbox, Path base) throws IOException {
		List<Double> kills = new ArrayList<>();
		for (int i = 0; i < plan.rounds() * KILLS_A_ROUND; i++) {
			Path scratch = Files.createDirectory(base.resolve("kill-" + i));
			try (Cell cell = sandbox.open(new Confinement(scratch, List.of(), Map.of(), List.of(), LIMITS))) {
				ConfinedProcess process = cell.start(
						new Command(List.of("/bin/sh", "-c", SCRIPT), Path.of("/"), Map.of("PATH", "/usr/bin:/bin")));
				if (process.standardOutput().read() < 0) {
					throw new IllegalStateException("A program to be killed ended by itself");
				}
				long start = System.nanoTime();
				process.kill();
				kills.add((System.nanoTime() - start) / 1e6);
			}
		}
		return new Sample(kills);
	}

}
