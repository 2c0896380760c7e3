package academy.coldstart.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import academy.coldstart.timeline.EventDetail.Fact;
import academy.coldstart.timeline.EventDetail.Related;
import academy.coldstart.timeline.EventDetail.Text;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.Trace;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EventDetailsTests {

	@Test
	void describeAnInvocationWithItsBillAndItsCalls() {
		EventDetail invocation = detail(SampleTraces.real("where-failures-go"), "i3");
		assertThat(invocation.facts()).contains(new Fact("Request id", "5014012a-2f3c-4c46-b893-8aacbba41497"),
				new Fact("Duration", "7.3 ms"), new Fact("Billed", "8 ms"), new Fact("Memory used", "24 MB"),
				new Fact("Environment", "used before"), new Fact("Outcome", "succeeded"));
		assertThat(invocation.texts()).extracting(Text::name).contains("Event, 266 bytes, the beginning");
		assertThat(invocation.related()).extracting(Related::anchor).containsExactly("c24");
	}

	@Test
	void nameTheAttemptThatMadeACallWhenTheEngineRepeatsItsRequestId() {
		Trace trace = SampleTraces.real("where-failures-go");
		assertThat(detail(trace, "c7").related()).extracting(Related::anchor).containsExactly("i1");
		assertThat(detail(trace, "c35").related()).extracting(Related::anchor).containsExactly("i5");
	}

	@Test
	void listWhatAFoldHolds() {
		Trace trace = SampleTraces.storm(200);
		EventDetail fold = EventDetails.of(trace, Figure.of(trace, Set.of()))
			.stream()
			.filter((detail) -> detail.title().startsWith("188 × invocations"))
			.findFirst()
			.orElseThrow();
		assertThat(fold.id()).startsWith("fold-i");
		assertThat(fold.related()).hasSize(EventDetail.MAX_RELATED);
	}

	@Test
	void holdBodiesBackThatWouldMakeThePageHeavy() {
		Trace trace = withLargeBodies(300);
		List<Text> texts = EventDetails.of(trace, Figure.of(trace, Set.of()))
			.stream()
			.flatMap((detail) -> detail.texts().stream())
			.toList();
		assertThat(texts.stream().mapToInt((text) -> text.text().length()).sum()).isLessThan(100_000);
		assertThat(texts.getLast().text()).startsWith("Only trace.json has this");
	}

	private static Trace withLargeBodies(int calls) {
		Trace storm = SampleTraces.storm(1);
		List<AwsCall> large = new ArrayList<>();
		for (int index = 0; index < calls; index++) {
			large.add(new AwsCall("c" + index, "e0", null, Phase.INVOKE, "1", null, 1, "dynamodb", "Put" + index,
					"Orders", "eu-central-1", index * 10, index * 10 + 9, 200, null, null, CallOutcome.FORWARDED,
					Body.of("x".repeat(5000)), Body.of("y".repeat(5000)), null));
		}
		return new Trace(Trace.CONTRACT, 1, storm.account(), storm.startedAt(), storm.environments(), List.of(), large,
				List.of(), List.of());
	}

	private static EventDetail detail(Trace trace, String anchor) {
		return EventDetails.of(trace, Figure.of(trace, Set.of()))
			.stream()
			.filter((detail) -> detail.id().equals("about-" + anchor))
			.findFirst()
			.orElseThrow();
	}

}
