package academy.coldstart.attack;

import java.util.List;
import java.util.Set;

import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Phase;

import org.springframework.stereotype.Component;

/**
 * Looks whether calls that change what graders look at stand in the record.
 */
@Component
final class RecordedCallsDrill implements Drill {

	private static final Set<String> OPERATIONS = Set.of("DeleteTable", "PutItem", "PurgeQueue", "DeleteLogGroup");

	private final FunctionDrill functions;

	RecordedCallsDrill(FunctionDrill functions) {
		this.functions = functions;
	}

	@Override
	public String name() {
		return "recorded-calls";
	}

	@Override
	public Finding run(AttackCase attack, Site site) {
		int before = site.trace().calls().size();
		Finding finding = this.functions.run(attack, site);
		if (finding.outcome() == Outcome.ESCAPED || finding.outcome() == Outcome.SKIPPED) {
			return finding;
		}
		List<AwsCall> calls = site.trace().calls();
		List<String> recorded = calls.subList(before, calls.size())
			.stream()
			.filter((call) -> call.phase() == Phase.INVOKE && call.invocation() != null)
			.map(AwsCall::operation)
			.toList();
		return (recorded.size() == OPERATIONS.size() && OPERATIONS.containsAll(recorded))
				? attack
					.asExpected("each call stands in the record with its invocation: " + String.join(", ", recorded))
				: Finding.escaped("the record has only " + recorded);
	}

}
