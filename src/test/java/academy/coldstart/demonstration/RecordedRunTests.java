package academy.coldstart.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import academy.coldstart.timeline.SampleTraces;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.GraderAction;
import academy.coldstart.trace.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RecordedRunTests {

	private static final RecordedRun.Program PROGRAM = new RecordedRun.Program("charge-once", 4, "mistake get-then-put",
			"0123");

	@Test
	void keepsThePartInWhichTheCheckWasAtWork() {
		Trace real = SampleTraces.real("charge-once");
		GraderAction first = real.actions()
			.stream()
			.filter((action) -> "C2".equals(action.check()))
			.findFirst()
			.orElseThrow();
		Trace part = RecordedRun.of(PROGRAM, "C2", "failed", "Charged twice.", real).trace();
		assertThat(part.actions()).isNotEmpty().allMatch((action) -> "C2".equals(action.check()));
		assertThat(part.calls()).isNotEmpty()
			.hasSizeLessThan(real.calls().size())
			.allMatch((call) -> call.startMs() >= first.startMs());
		assertThat(part.environments()).isNotEmpty();
	}

	@Test
	void keepsNoBodiesAndNoLogLines() {
		Trace part = RecordedRun.of(PROGRAM, "C1", "failed", "", SampleTraces.real("charge-once")).trace();
		assertThat(part.logs()).isEmpty();
		assertThat(part.calls()).extracting(AwsCall::request).allMatch((body) -> body.bytes() == 0);
		assertThat(part.invocations()).allMatch((invocation) -> invocation.event().bytes() == 0);
	}

	@Test
	void refusesChecksThatWorkAtTheSameTimeOrNotAtAll() {
		Trace trace = trace(new GraderAction("a1", "C1", 10, 20, "sent ten orders"),
				new GraderAction("a2", "C2", 15, 30, "sent a batch"), new GraderAction("a3", "C1", 40, 50, "looked"));
		assertThatIllegalArgumentException().isThrownBy(() -> CheckWindow.of(trace, "C1"))
			.withMessageContaining("worked while others did");
		assertThatIllegalArgumentException().isThrownBy(() -> CheckWindow.of(trace, "C3"))
			.withMessageContaining("did nothing");
	}

	@Test
	void readsWhatItWrote(@TempDir Path folder) throws IOException {
		RecordedRun run = RecordedRun.of(PROGRAM, "C1", "failed", "Charged twice.", SampleTraces.real("charge-once"));
		Path file = folder.resolve("runs/both.json");
		run.write(file);
		assertThat(RecordedRun.read(file)).isEqualTo(run);
		Files.writeString(file, "{}}");
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> RecordedRun.read(file))
			.withMessageContaining("no recorded run");
	}

	@Test
	void isDrawnWithItsOriginAndATable() {
		String html = RecordedRun
			.of(PROGRAM, "C1", "failed", "Order <o-1> was charged twice.", SampleTraces.real("charge-once"))
			.html("Both \"look\" first.", "run-1");
		assertThat(html).contains("<svg", "Both &quot;look&quot; first.", "Recorded from the mistake get-then-put",
				"“Order &lt;o-1&gt; was charged twice.”", "<summary>The same as a table</summary>", "<td>", "PutItem")
			.doesNotContain("<o-1>");
	}

	@Test
	void keepsTheWholeRunOfACheckThatWorkedAlone() {
		Trace real = SampleTraces.real("charge-once");
		List<GraderAction> own = real.actions()
			.stream()
			.filter((action) -> action.check() == null || action.check().equals("C1"))
			.toList();
		Trace alone = new Trace(real.contract(), 1, real.account(), Instant.EPOCH, real.environments(),
				real.invocations(), real.calls(), List.of(), own);
		double last = real.calls().stream().mapToDouble(AwsCall::startMs).max().orElseThrow();
		assertThat(RecordedRun.of(PROGRAM, "C1", "failed", "", alone).trace().calls())
			.anyMatch((call) -> call.startMs() == last);
	}

	@Test
	void figuresOfOnePageShareNoIds() {
		RecordedRun run = RecordedRun.of(PROGRAM, "C1", "failed", "", SampleTraces.real("charge-once"));
		String page = run.html("First.", "run-1") + run.html("Second.", "run-2");
		List<String> ids = Pattern.compile(" id=\"([^\"]*)\"")
			.matcher(page)
			.results()
			.map((id) -> id.group(1))
			.toList();
		assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
		assertThat(Pattern.compile("url\\(#([^)]*)\\)").matcher(page).results().map((id) -> id.group(1)).distinct())
			.isNotEmpty()
			.isSubsetOf(ids);
	}

	@Test
	void countsWhatQuestionsAskFor() {
		RecordedRun run = RecordedRun.of(PROGRAM, "C1", "failed", "", SampleTraces.real("charge-once"));
		assertThat(run.count("invocations")).hasValue(run.trace().invocations().size());
		assertThat(run.count("environments")).hasValue(run.trace().environments().size());
		assertThat(run.count("calls=dynamodb:PutItem").orElseThrow()).isPositive()
			.isLessThan(run.count("calls").orElseThrow());
		assertThat(run.count("calls=dynamodb:DeleteTable")).hasValue(0);
		assertThat(run.count("tears")).isEmpty();
	}

	private static Trace trace(GraderAction... actions) {
		Trace real = SampleTraces.real("charge-once");
		return new Trace(real.contract(), 1, real.account(), Instant.EPOCH, List.of(), List.of(), List.of(), List.of(),
				List.of(actions));
	}

}
