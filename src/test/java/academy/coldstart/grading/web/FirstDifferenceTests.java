package academy.coldstart.grading.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import academy.coldstart.site.SampleReports;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Trace;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FirstDifferenceTests {

	private final Trace run = SampleReports.traces().getFirst();

	@Test
	void findsNoneInEqualRuns() {
		FirstDifference difference = between(this.run, SampleReports.traces().getLast());
		assertThat(difference.isNone()).isTrue();
		assertThat(difference.same()).isEqualTo(7);
	}

	@Test
	void doesNotMindInWhichOrderConcurrentInvocationsCame() {
		Trace mixed = with(order(this.run, 4, 5, 0, 2, 1, 3, 6));
		assertThat(between(this.run, mixed).isNone()).isTrue();
	}

	@Test
	void findsTheCallWithinItsInvocation() {
		FirstDifference difference = between(this.run, with(order(this.run, 0, 1, 2, 4, 5, 6)));
		assertThat(difference.same()).isEqualTo(3);
		assertThat(Objects.requireNonNull(difference.before()).call().id()).isEqualTo("c14");
		assertThat(difference.after()).isNull();
	}

	@Test
	void findsWhatOnlyTheOtherOneDid() {
		FirstDifference difference = between(with(order(this.run, 0, 1)), with(order(this.run, 0, 1, 2, 3)));
		assertThat(difference.before()).isNull();
		assertThat(Objects.requireNonNull(difference.after()).call().id()).isEqualTo("c13");
		assertThat(difference.same()).isEqualTo(2);
	}

	@Test
	void comparesWithTheInvocationThatBeginsMostAlike() {
		Trace shorter = with(order(this.run, 2, 4, 5));
		FirstDifference difference = between(this.run, shorter);
		assertThat(Objects.requireNonNull(difference.before()).call().id()).isEqualTo("c14");
		assertThat(difference.after()).isNull();
	}

	private static FirstDifference between(Trace before, Trace after) {
		return FirstDifference.between(before, after, (call) -> call.row().what() + call.row().status());
	}

	private static List<AwsCall> order(Trace trace, int... indexes) {
		List<AwsCall> calls = new ArrayList<>();
		for (int index : indexes) {
			calls.add(trace.calls().get(index));
		}
		return calls;
	}

	/**
	 * Let other calls happen in the run, in the order in which they are given.
	 * @param calls the calls
	 * @return the run
	 */
	private Trace with(List<AwsCall> calls) {
		List<AwsCall> later = new ArrayList<>();
		for (AwsCall call : calls) {
			double start = 400 + later.size();
			later.add(new AwsCall(call.id(), call.environment(), call.invocation(), call.phase(), call.connection(),
					call.sdkInvocationId(), call.attempt(), call.service(), call.operation(), call.resource(),
					call.region(), start, start + 1, call.status(), call.errorCode(), call.errorMessage(),
					call.outcome(), call.request(), call.response(), call.frame()));
		}
		return new Trace(this.run.contract(), 7, this.run.account(), this.run.startedAt(), this.run.environments(),
				this.run.invocations(), later, this.run.logs(), this.run.actions());
	}

}
