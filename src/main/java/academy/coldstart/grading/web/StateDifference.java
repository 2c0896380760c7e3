package academy.coldstart.grading.web;

import java.util.List;

import academy.coldstart.endstate.Difference;
import academy.coldstart.endstate.EndState;
import academy.coldstart.ui.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Where two states differ first.
 *
 * @param sentence what differs
 * @param entry the item, message or object that differs, or null
 * @param rows what it is in the attempt and in the reference
 */
record StateDifference(String sentence, @Nullable String entry, List<Row> rows) {

	private static final String NOTHING = "—";

	StateDifference {
		rows = List.copyOf(rows);
	}

	static StateDifference first(EndState own, EndState reference) {
		List<Difference> differences = EndState.firstDifferences(reference, own);
		if (differences.isEmpty()) {
			return new StateDifference("As far as it was kept, both left the same behind.", null, List.of());
		}
		Difference first = differences.getFirst();
		return new StateDifference(sentence(first), line(first.entry()),
				differences.stream().map(StateDifference::row).toList());
	}

	private static String sentence(Difference difference) {
		String resource = VisibleText.line(difference.resource());
		return switch (difference.kind()) {
			case RESOURCE -> resource + " is not the same in both.";
			case NUMBER -> "How much is in " + resource + " differs.";
			case ENTRY -> "As much is in " + resource + " in both, but not the same.";
			case VALUE ->
				"In " + resource + " the same entry has other values. Times and made-up ids differ in any two "
						+ "runs; what else differs is worth a look.";
		};
	}

	private static Row row(Difference difference) {
		return new Row(VisibleText.line(difference.property()), shown(difference.actual()),
				shown(difference.expected()));
	}

	private static String shown(@Nullable String value) {
		return (value != null) ? VisibleText.of(value) : NOTHING;
	}

	private static @Nullable String line(@Nullable String text) {
		return (text != null) ? VisibleText.line(text) : null;
	}

	/**
	 * Something that differs.
	 *
	 * @param what its name
	 * @param own what it is in the attempt
	 * @param reference what it is in the reference
	 */
	record Row(String what, String own, String reference) {
	}

}
