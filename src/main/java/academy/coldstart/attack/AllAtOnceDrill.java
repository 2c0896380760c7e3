package academy.coldstart.attack;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.springframework.stereotype.Component;

/**
 * Makes several attacks at once, with honest invocations meanwhile.
 */
@Component
final class AllAtOnceDrill implements Drill {

	private static final int FEWEST_INVOCATIONS = 20;

	private final FunctionDrill functions;

	AllAtOnceDrill(FunctionDrill functions) {
		this.functions = functions;
	}

	@Override
	public String name() {
		return "all-at-once";
	}

	@Override
	public Finding run(AttackCase attack, Site site) {
		List<CompletableFuture<Finding>> attacks = attack.runs()
			.stream()
			.map((run) -> CompletableFuture.supplyAsync(() -> this.functions.runBesideOthers(attack.with(run), site),
					(task) -> Thread.ofVirtual().start(task)))
			.toList();
		int made = 0;
		int wrong = 0;
		while (made < FEWEST_INVOCATIONS || !attacks.stream().allMatch(CompletableFuture::isDone)) {
			wrong += site.isNeighbourWell() ? 0 : 1;
			made++;
		}
		return unexpected(attacks).orElse((wrong > 0)
				? Finding.escaped(wrong + " of " + made + " honest invocations had another answer than alone")
				: attack.asExpected(made + " honest invocations had the same answer beside " + attacks.size()
						+ " attacks, until the last one had ended"));
	}

	private static Optional<Finding> unexpected(List<CompletableFuture<Finding>> attacks) {
		return attacks.stream()
			.map((each) -> Objects.requireNonNull(each.join()))
			.filter((finding) -> finding.outcome() == Outcome.ESCAPED || finding.outcome() == Outcome.SKIPPED)
			.findFirst();
	}

}
