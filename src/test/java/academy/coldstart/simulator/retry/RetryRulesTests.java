package academy.coldstart.simulator.retry;

import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Events whose way can be followed on paper. An attempt takes three seconds.
 */
class RetryRulesTests {

	private static final Handler FAILS = new Handler(Long.MAX_VALUE, 3);

	private static final long DAY = 86_400;

	// 3 s, a minute, 3 s, two minutes.
	@Test
	void asynchronousEventIsTriedAfterAMinuteAndAfterTwo() {
		Story story = new AsynchronousRules(2, 21_600, false).tell(FAILS);
		assertThat(starts(story)).containsExactly(0L, 63L, 186L);
		assertThat(story.at()).isEqualTo(189);
		assertThat(story.kept()).isFalse();
		assertThat(story.sentence()).contains("RetriesExhausted", "AsyncEventsDropped");
	}

	@Test
	void asynchronousEventGoesToItsDestinationWhole() {
		Story story = new AsynchronousRules(0, 21_600, true).tell(FAILS);
		assertThat(starts(story)).containsExactly(0L);
		assertThat(story.kept()).isTrue();
		assertThat(story.sentence()).contains("the whole event");
	}

	// The second attempt would start at 63 s.
	@Test
	void asynchronousEventMayBecomeTooOld() {
		Story story = new AsynchronousRules(2, 60, true).tell(FAILS);
		assertThat(starts(story)).containsExactly(0L);
		assertThat(story.at()).isEqualTo(60);
		assertThat(story.sentence()).contains("EventAgeExceeded");
	}

	@Test
	void nobodyRepeatsWhatSucceeds() {
		Handler recovers = new Handler(1, 3);
		for (RetryRules rules : List.of(new AsynchronousRules(2, 21_600, false), new SynchronousRules(3),
				new QueueRules(30, 4 * DAY, OptionalInt.of(5)), new StreamRules(OptionalInt.empty(), DAY, false))) {
			Story story = rules.tell(recovers);
			assertThat(story.attempts()).hasSize(2);
			assertThat(story.where()).isEqualTo("handled");
			assertThat(story.at()).isEqualTo(story.attempts().getLast().end());
		}
	}

	@Test
	void synchronousCallerIsOnItsOwn() {
		assertThat(starts(new SynchronousRules(1).tell(FAILS))).containsExactly(0L);
		// 3 s and 1 s, 3 s and 2 s.
		assertThat(starts(new SynchronousRules(3).tell(FAILS))).containsExactly(0L, 4L, 9L);
	}

	@Test
	void messageComesWheneverItIsVisibleAgain() {
		Story story = new QueueRules(30, 4 * DAY, OptionalInt.of(3)).tell(FAILS);
		assertThat(starts(story)).containsExactly(0L, 30L, 60L);
		assertThat(story.at()).isEqualTo(90);
		assertThat(story.where()).isEqualTo("dead-letter queue");
	}

	// Four days are 345,600 s, 11,520 times 30 s.
	@Test
	void messageComesUntilTheQueueForgetsIt() {
		Story story = new QueueRules(30, 4 * DAY, OptionalInt.empty()).tell(FAILS);
		assertThat(story.attempts()).hasSize(11_520);
		assertThat(story.kept()).isFalse();
		assertThat(story.at()).isEqualTo(4 * DAY);
	}

	@Test
	void mappingIsRefusedWhenTheFunctionMayOutliveTheVisibilityTimeout() {
		Story story = new QueueRules(2, 4 * DAY, OptionalInt.empty()).tell(FAILS);
		assertThat(story.attempts()).isEmpty();
		assertThat(story.sentence()).contains("does not accept the mapping");
	}

	// A try every four seconds, for a day.
	@Test
	void shardStandsStillUntilTheRecordExpires() {
		Story story = new StreamRules(OptionalInt.empty(), DAY, false).tell(FAILS);
		assertThat(story.attempts()).hasSize(21_600);
		assertThat(story.at()).isEqualTo(DAY);
	}

	@Test
	void shardGoesOnAfterTheRetriesThatTheMappingHas() {
		Story story = new StreamRules(OptionalInt.of(2), DAY, true).tell(FAILS);
		assertThat(starts(story)).containsExactly(0L, 4L, 8L);
		assertThat(story.at()).isEqualTo(11);
		assertThat(story.sentence()).contains("the numbers of the records, not the records");
	}

	private static List<Long> starts(Story story) {
		return story.attempts().stream().map(Attempt::start).toList();
	}

}
