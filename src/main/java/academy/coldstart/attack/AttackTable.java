package academy.coldstart.attack;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes what is attacked as a table.
 */
final class AttackTable {

	private static final String HEAD = "| case | what is tried | what has to come of it | what holds it |\n|---|---|---|---|\n";

	private AttackTable() {
	}

	/**
	 * Write the table.
	 * @param cases the cases
	 * @return a section for each part of the platform
	 */
	static String of(List<AttackCase> cases) {
		Set<String> parts = new LinkedHashSet<>(cases.stream().map(AttackCase::part).toList());
		return parts.stream()
			.map((part) -> "## " + part + "\n\n" + HEAD
					+ cases.stream()
						.filter((each) -> each.part().equals(part))
						.map(AttackTable::row)
						.collect(Collectors.joining("\n")))
			.collect(Collectors.joining("\n\n"));
	}

	private static String row(AttackCase attack) {
		return "| " + attack.id() + " | " + attack.title() + " | " + ending(attack) + " | " + attack.defence() + " |";
	}

	private static String ending(AttackCase attack) {
		if (attack.reason() != null) {
			return Outcome.NOT_APPLICABLE.words() + ": " + attack.reason();
		}
		Set<String> seen = new LinkedHashSet<>();
		attack.runs().forEach((run) -> seen.add(run.expect().words()));
		attack.inputs().forEach((input) -> seen.add((input.rule() != null) ? "`" + input.rule() + "`" : "taken"));
		String word = attack.asExpected("").outcome().words();
		return seen.isEmpty() ? word : word + ": " + String.join("; ", seen);
	}

}
