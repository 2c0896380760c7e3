package academy.coldstart.course;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import academy.coldstart.quiz.Amount;
import academy.coldstart.quiz.Answer;
import academy.coldstart.quiz.Question;
import academy.coldstart.quiz.QuestionType;
import academy.coldstart.quiz.Reply;
import academy.coldstart.rendering.Fact;
import academy.coldstart.simulator.Constant;
import academy.coldstart.simulator.Settings;
import academy.coldstart.simulator.Simulator;
import academy.coldstart.simulator.web.Simulators;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Simulators calculate with the figures that the lessons quote, and lessons lead to
 * simulators that there are.
 */
class SimulatorsInLessonsTests {

	private static final Pattern LINK = Pattern.compile("href=\"/simulators/([a-z-]+)(?:\\?([^\"]*))?\"");

	private final Course course = new CourseReader(Path.of("").toAbsolutePath()).read();

	@Test
	void linksOfLessonsLeadToSettingsThatThereAre() {
		List<MatchResult> links = this.course.map()
			.modules()
			.stream()
			.flatMap((module) -> module.entries().stream())
			.flatMap((entry) -> LINK.matcher(entry.lesson().page().html()).results())
			.toList();
		assertThat(links).hasSizeGreaterThan(2).allSatisfy((link) -> {
			Simulator simulator = Simulators.all()
				.stream()
				.filter((one) -> one.id().equals(link.group(1)))
				.findFirst()
				.orElseThrow(() -> new AssertionError("There is no simulator " + link.group()));
			Map<String, String> asked = query(link.group(2));
			assertThat(asked.keySet()).isSubsetOf(names(simulator));
			assertThat(Settings.of(simulator.controls(), asked).corrections()).isEmpty();
		});
	}

	@Test
	void predictionsOfLessonsAreWhatTheSimulatorsAnswer() {
		List<Question> predictions = this.course.map()
			.modules()
			.stream()
			.flatMap((module) -> module.entries().stream())
			.flatMap((entry) -> entry.lesson().page().questions().stream())
			.filter((question) -> question.type() == QuestionType.PREDICT && question.task() instanceof Amount)
			.filter((question) -> question.look().orElseThrow() instanceof Question.Look.Link)
			.toList();
		assertThat(predictions).isNotEmpty().allSatisfy((question) -> {
			URI address = URI.create(((Question.Look.Link) question.look().orElseThrow()).address());
			Simulator simulator = Simulators.all()
				.stream()
				.filter((one) -> address.getPath().equals("/simulators/" + one.id()))
				.findFirst()
				.orElseThrow(() -> new AssertionError("There is no simulator " + address));
			Settings settings = Settings.of(simulator.controls(), query(address.getQuery()));
			assertThat(settings.corrections()).isEmpty();
			assertThat(query(address.getQuery()).keySet()).isSubsetOf(names(simulator));
			assertThat(question.reply(Answer.of(Integer.toString(simulator.run(settings).answer()))).standing())
				.as("%s answers %s", address, simulator.run(settings).answer())
				.isEqualTo(Reply.Standing.RIGHT);
		});
	}

	private static Map<String, String> query(@Nullable String text) {
		Map<String, String> query = new HashMap<>();
		for (String pair : (text != null) ? text.replace("&amp;", "&").split("&", -1) : new String[0]) {
			query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
		}
		return query;
	}

	private static Set<String> names(Simulator simulator) {
		Set<String> names = new HashSet<>(Set.of("predict"));
		simulator.controls().forEach((control) -> names.add(control.name().id()));
		return names;
	}

	@Test
	void constantsAreTheDatedFacts() {
		for (Simulator simulator : Simulators.all()) {
			for (Constant constant : simulator.constants()) {
				assertThat(this.course.fact(constant.fact()).map(Fact::value))
					.as("%s calculates with %s. When the fact has changed, so has the calculation.", simulator.id(),
							constant)
					.contains(constant.value());
			}
		}
	}

}
