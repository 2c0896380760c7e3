package academy.coldstart.trial;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.PreparedEvent;
import academy.coldstart.engine.Engine;
import academy.coldstart.engine.EngineStatus;
import academy.coldstart.grading.OpenStack;
import academy.coldstart.grading.RealEngineTest;
import academy.coldstart.trial.TryOutcome.Invoked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tries the starters of all exercises with the events that they offer, on the real
 * engine.
 */
@RealEngineTest
class PreparedEventsIntegrationTests {

	@Autowired
	private Course course;

	@Autowired
	private Tries tries;

	@Autowired
	private Engine engine;

	@BeforeEach
	void waitForTheEngine() {
		this.engine.prepare();
		await().atMost(Duration.ofMinutes(5)).until(() -> this.engine.status().state() == EngineStatus.State.READY);
	}

	@TestFactory
	Stream<DynamicTest> eventsWorkWithTheStarter() {
		return this.course.exercises()
			.stream()
			.flatMap((exercise) -> exercise.languages()
				.stream()
				.sorted()
				.map((language) -> DynamicTest.dynamicTest(exercise.slug() + " in " + language.title(),
						() -> tryAll(exercise, language))));
	}

	private void tryAll(Exercise exercise, Language language) {
		List<PreparedEvent> events = this.course.events(exercise);
		try {
			events.forEach((event) -> requireInvoked(exercise, language, event, event.equals(events.getFirst())));
		}
		finally {
			this.tries.startAfresh(TryPlace.of(exercise, language));
		}
	}

	private void requireInvoked(Exercise exercise, Language language, PreparedEvent event, boolean ordinary) {
		TryOutcome outcome = this.tries
			.attempt(new TryOrder(exercise, language, this.course.starter(exercise, language),
					Objects.requireNonNullElse(event.function(), ""), event.json()));
		assertThat(outcome).as("%s: %s", event.name(), outcome).isInstanceOf(Invoked.class);
		OpenStack.Answer answer = ((Invoked) outcome).answer();
		if (ordinary) {
			assertThat(answer).as("%s: %s", event.name(), answer).isInstanceOf(OpenStack.Returned.class);
		}
		else {
			assertThat(answer).as("%s: %s", event.name(), answer)
				.isInstanceOfAny(OpenStack.Returned.class, OpenStack.Failed.class);
		}
	}

}
