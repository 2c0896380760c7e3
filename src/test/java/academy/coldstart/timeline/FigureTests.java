package academy.coldstart.timeline;

import java.util.List;
import java.util.Set;

import academy.coldstart.timeline.Figure.Label;
import academy.coldstart.timeline.Figure.Lane;
import academy.coldstart.timeline.Figure.Mark;
import academy.coldstart.trace.Trace;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FigureTests {

	@Test
	void beginsWithWhatTheGraderDidAndEndsWithQueues() {
		Figure figure = figure("one-bad-apple");
		assertThat(figure.lanes()).extracting(Lane::title)
			.containsExactly("What we did", "Env 1", "Env 2", "Env 3", "WholesaleOrders.fifo", "Orders");
		assertThat(figure.lanes().getLast().subtitle()).isEqualTo("SQS, by Lambda");
		assertThat(labels(figure, "Orders")).contains("ReceiveMessage");
	}

	@Test
	void showsRetriesWithThePausesBetweenThemAndTheDeadLetter() {
		Figure figure = figure("where-failures-go");
		assertThat(figure.lanes()).extracting(Lane::subtitle).contains("NotifyFunction v1");
		assertThat(labels(figure, "Env 1")).contains("live: attempt 2, ✕ failed, MailFailed");
		assertThat(figure.backOffs()).hasSize(3).allMatch((pause) -> pause.fromX() < pause.toX());
		assertThat(figure.kinds()).contains(EventKind.RETRY, EventKind.DEAD_LETTER, EventKind.FAILED);
		assertThat(figure.lanes().getLast().labels()).extracting(Label::text).containsExactly("dead letter: Publish");
	}

	@Test
	void labelsAwsCallsAndWhatWentWrong() {
		Figure figure = figure("charge-once");
		assertThat(labels(figure, "Env 1")).contains("POST psp", "PutItem");
		assertThat(figure.lanes().stream().flatMap((lane) -> lane.labels().stream()).filter(Label::bad))
			.extracting(Label::text)
			.contains("✕ killed by the check", "POST psp ✕ no answer");
	}

	@Test
	void pointsAtEvidence() {
		Figure figure = Figure.of(SampleTraces.real("charge-once"), Set.of("c45", "i3"));
		assertThat(figure.marks()).filteredOn(Mark::evidence)
			.extracting((mark) -> mark.events().getFirst())
			.containsExactlyInAnyOrder("c45", "i3");
	}

	@Test
	void cutsTimeInWhichNothingBeginsOrEnds() {
		assertThat(figure("one-bad-apple").cuts()).extracting((cut) -> cut.label().text()).contains("+3.3 s");
	}

	@Test
	void foldsAStormIntoFewLanes() {
		Trace trace = SampleTraces.storm(200);
		Figure figure = Figure.of(trace, Set.of());
		assertThat(figure.lanes()).hasSizeLessThan(8).extracting(Lane::title).contains("Env 2 + 46 alike");
		assertThat(figure.marks().stream().mapToInt((mark) -> mark.events().size()).sum())
			.isEqualTo(TimelineRows.of(trace).size());
		assertThat(figure.height()).isLessThan(900);
		assertThat(FigureSvg.of(figure, "A storm.").length()).isLessThan(150_000);
	}

	@Test
	void standsAloneAsADocument() {
		String svg = FigureSvg.document(figure("where-failures-go"), "A run.");
		assertThat(svg).contains("<style>", ">Dead letter</text>", "<title>A run.</title>")
			.doesNotContain("var(--", "href=", "<a ");
	}

	@Test
	void drawsAnEmptyRun() {
		Trace full = SampleTraces.storm(1);
		Trace empty = new Trace(Trace.CONTRACT, 1, full.account(), full.startedAt(), List.of(), List.of(), List.of(),
				List.of(), List.of());
		assertThat(Figure.of(empty, Set.of()).marks()).isEmpty();
		assertThat(FigureSvg.of(Figure.of(empty, Set.of()), "Nothing.")).startsWith("<svg").endsWith("</svg>");
	}

	private static Figure figure(String exercise) {
		return Figure.of(SampleTraces.real(exercise), Set.of());
	}

	private static List<String> labels(Figure figure, String lane) {
		return figure.lanes()
			.stream()
			.filter((one) -> one.title().equals(lane))
			.flatMap((one) -> one.labels().stream())
			.map(Label::text)
			.toList();
	}

}
