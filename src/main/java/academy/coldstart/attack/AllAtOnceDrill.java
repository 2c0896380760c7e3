package academy.coldstart.attack;

import java.util.concurrent.CompletableFuture;

import org.springframework.stereotype.Component;

/**
 * Makes several attacks at once, with honest invocations meanwhile.
 */
@Component
final class AllAtOnceDrill implements Drill {

	private static final int INVOCATIONS = 20;

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
		var attacks = attack.runs()
			.stream()
			.map((run) -> CompletableFuture.supplyAsync(() -> this.functions.run(attack.with(run), site),
					(task) -> Thread.ofVirtual().start(task)))
			.toList();
		int wrong = 0;
		for (int i = 0; i < INVOCATIONS; i++) {
			wrong += site.isNeighbourWell() ? 0 : 1;
		}
		for (CompletableFuture<Finding> each : attacks) {
			Finding finding = each.join();
			if (finding != null && finding.outcome() == Outcome.ESCAPED) {
				return finding;
			}
		}
		return (wrong > 0) ? Finding.escaped(wrong + " honest invocations had another answer than alone")
				: attack.asExpected(INVOCATIONS + " honest invocations had the same answer beside "
						+ attack.runs().size() + " attacks");
	}

}
