package academy.coldstart.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.springframework.stereotype.Component;

/**
 * Invokes the functions of a case, each in an environment of its own. All of them live
 * until the last one was invoked.
 */
@Component
final class FunctionDrill implements Drill {

	static final String NAME = "functions";

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Finding run(AttackCase attack, Site site) {
		List<DeployedFunction> functions = new ArrayList<>();
		List<String> seen = new ArrayList<>();
		List<String> missing = new ArrayList<>();
		try {
			for (FunctionRun run : attack.runs()) {
				Optional<String> lacking = site.platform().missing(run.language());
				if (lacking.isPresent()) {
					missing.add(lacking.get());
					continue;
				}
				Optional<String> escape = run(attack, run, site, functions, seen);
				if (escape.isPresent()) {
					return Finding.escaped(run.program() + ": " + escape.get());
				}
			}
		}
		finally {
			functions.forEach(DeployedFunction::close);
		}
		return seen.isEmpty() ? Finding.skipped(String.join("; ", missing)) : attack.asExpected(String.join("; ", seen)
				+ (missing.isEmpty() ? "" : " (not tried: " + String.join("; ", missing) + ")"));
	}

	private static Optional<String> run(AttackCase attack, FunctionRun run, Site site, List<DeployedFunction> functions,
			List<String> seen) {
		site.upstream().forget();
		List<CompletableFuture<FunctionAnswer>> answers = new ArrayList<>();
		for (int i = 0; i < run.together(); i++) {
			DeployedFunction function = site.deploy(attack.file(run.program()), run);
			functions.add(function);
			answers.add(CompletableFuture.supplyAsync(() -> function.startAndInvoke(site.event(run)),
					(task) -> Thread.ofVirtual().start(task)));
		}
		for (CompletableFuture<FunctionAnswer> each : answers) {
			FunctionAnswer answer = Objects.requireNonNull(each.join());
			Optional<String> miss = run.expect().miss(answer);
			if (miss.isPresent()) {
				return miss;
			}
			seen.add((run.expect().refused() > 0) ? run.expect().refused() + " attempts refused" : answer.text());
		}
		return passed(run, site);
	}

	private static Optional<String> passed(FunctionRun run, Site site) {
		List<String> passed = site.upstream().received();
		return (run.expect().forwards() || passed.isEmpty()) ? Optional.empty()
				: Optional.of("the proxy let through " + FunctionAnswer.brief(String.join(", ", passed)));
	}

}
