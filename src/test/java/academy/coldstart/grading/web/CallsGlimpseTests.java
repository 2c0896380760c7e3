package academy.coldstart.grading.web;

import java.util.List;

import academy.coldstart.site.SampleReports;
import academy.coldstart.trace.Trace;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallsGlimpseTests {

	private final Trace own = SampleReports.traces().getFirst();

	private final Trace reference = SampleReports.reference(SampleReports.FIRST_SEED);

	@Test
	void countsOperationsOfBoth() {
		assertThat(CallsGlimpse.of(this.own, this.reference).counts()).containsExactly(
				new CallCount("DynamoDB GetItem", 3, 0), new CallCount("DynamoDB PutItem", 4, 3),
				new CallCount("DynamoDB UpdateItem", 0, 1), new CallCount("SSM GetParameter", 0, 1));
	}

	@Test
	void saysWhichCallDiffersFirstAndWhetherItSucceeded() {
		CallsGlimpse glimpse = CallsGlimpse.of(this.own, this.reference);
		assertThat(glimpse.sentence()).isEqualTo("The first call that differs is DynamoDB GetItem at 0.402 s, which "
				+ "succeeded; the reference has SSM GetParameter there, which succeeded.");
		assertThat(glimpse.anchor()).isEqualTo("c11");
	}

	@Test
	void saysWhenTheLearnersRunHasNoSuchCall() {
		CallsGlimpse glimpse = CallsGlimpse.of(without(this.reference, 1), this.reference);
		assertThat(glimpse.sentence())
			.isEqualTo("The first call that differs is missing: where the reference has SSM GetParameter, which "
					+ "succeeded, your run has no call.");
		assertThat(glimpse.anchor()).isNull();
	}

	@Test
	void saysWhenTheReferenceHasNoSuchCall() {
		assertThat(CallsGlimpse.of(this.reference, without(this.reference, 1)).sentence())
			.isEqualTo("The first call that differs is SSM GetParameter at 0.410 s, which succeeded; the reference has "
					+ "no call there.");
	}

	@Test
	void saysThatNoOperationDiffers() {
		CallsGlimpse glimpse = CallsGlimpse.of(this.reference, this.reference);
		assertThat(glimpse.sentence()).startsWith("There is no difference in operations");
		assertThat(glimpse.counts()).allMatch(CallCount::isSame);
	}

	@Test
	void holdsNothingOfTheReferenceButNamesCountsAndSuccess() {
		for (Trace run : List.of(this.own, without(this.reference, 3), without(this.own, 7))) {
			assertThat(CallsGlimpse.of(run, this.reference).toString()).doesNotContain("secret", "Conditional", "Init",
					"400", "r0", "larkspur");
		}
	}

	private static Trace without(Trace trace, int calls) {
		return new Trace(trace.contract(), trace.seed(), trace.account(), trace.startedAt(), trace.environments(),
				trace.invocations(), trace.calls().subList(calls, trace.calls().size()), trace.logs(), trace.actions());
	}

}
