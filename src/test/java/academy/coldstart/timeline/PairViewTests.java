package academy.coldstart.timeline;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import academy.coldstart.trace.Trace;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PairViewTests {

	private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");

	private static final Pattern USED = Pattern.compile("url\\(#([^)]+)\\)");

	private final Trace trace = SampleTraces.real("charge-once");

	private final PairView pair = PairView.of(this.trace, "Your run", SampleTraces.real("where-failures-go"), "Other");

	@Test
	void usesNoIdTwice() {
		PairView same = PairView.of(this.trace, "Your run", this.trace, "Other");
		List<String> drawn = same.runs().stream().flatMap((run) -> ids(run.svg(), ID)).toList();
		List<String> rows = same.runs()
			.stream()
			.flatMap((run) -> run.rows().stream())
			.map(TimelineRow::anchor)
			.toList();
		assertThat(Stream.concat(drawn.stream(), rows.stream())).isNotEmpty().doesNotHaveDuplicates();
	}

	@Test
	void fillsMarksWithPatternsOfTheirOwnFigure() {
		for (PairView.Run run : this.pair.runs()) {
			assertThat(ids(run.svg(), USED)).isNotEmpty().isSubsetOf(ids(run.svg(), ID).toList());
		}
		List<String> all = this.pair.runs().stream().flatMap((run) -> ids(run.svg(), ID)).toList();
		assertThat(this.pair.kinds())
			.allSatisfy((kind) -> assertThat(all).contains(ids(this.pair.fill(kind), USED).findFirst().orElseThrow()));
	}

	@Test
	void isAPictureWithoutLinksThatNamesItsTwin() {
		assertThat(this.pair.runs()).allSatisfy((run) -> assertThat(run.svg())
			.contains("role=\"img\"", run.title() + ". The table below says the same in rows.")
			.doesNotContain("<a "));
	}

	@Test
	void saysTheSameInRows() {
		PairView.Run run = this.pair.runs().getFirst();
		assertThat(run.rows().size() + run.left()).isEqualTo(TimelineRows.of(this.trace).size());
		assertThat(run.rows()).allMatch((row) -> row.anchor().startsWith("one-"))
			.extracting(TimelineRow::invocation)
			.allMatch((invocation) -> invocation.isEmpty() || invocation.startsWith("one-"));
	}

	private static Stream<String> ids(String text, Pattern pattern) {
		return pattern.matcher(text).results().map((found) -> found.group(1));
	}

}
