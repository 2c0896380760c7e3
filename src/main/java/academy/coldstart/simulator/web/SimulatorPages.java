package academy.coldstart.simulator.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import academy.coldstart.course.Course;
import academy.coldstart.rendering.Fact;
import academy.coldstart.simulator.Control;
import academy.coldstart.simulator.Outcome;
import academy.coldstart.simulator.Preset;
import academy.coldstart.simulator.Settings;
import academy.coldstart.simulator.Simulator;
import academy.coldstart.simulator.web.SimulatorPage.Field;
import academy.coldstart.simulator.web.SimulatorPage.Link;
import academy.coldstart.simulator.web.SimulatorPage.Numbers;
import academy.coldstart.simulator.web.SimulatorPage.Result;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes the pages of simulators. Whoever comes without settings, or with
 * {@code predict=1}, is asked for a guess first.
 */
@Component
class SimulatorPages {

	private static final String PREDICT = "predict";

	private static final String GUESS = "guess";

	private final Course course;

	SimulatorPages(Course course) {
		this.course = course;
	}

	SimulatorPage page(Simulator simulator, Map<String, String> asked) {
		Settings settings = Settings.of(simulator.controls(), asked);
		boolean asks = (asked.isEmpty() || asked.containsKey(PREDICT)) && !asked.containsKey(GUESS);
		return new SimulatorPage(simulator.id(), simulator.title(), simulator.lead(), simulator.question(),
				simulator.controls().stream().map((control) -> field(control, settings)).toList(),
				simulator.presets().stream().map((preset) -> link(simulator, preset)).toList(), settings.corrections(),
				asks ? null : result(simulator, settings, asked.getOrDefault(GUESS, "")), facts(simulator));
	}

	private static Result result(Simulator simulator, Settings settings, String guess) {
		Outcome outcome = simulator.run(settings);
		String again = address(simulator) + "?" + PREDICT + "=1&" + settings.query();
		return new Result(words(guess.strip(), outcome), guess.strip().equals(Integer.toString(outcome.answer())),
				outcome, again);
	}

	private static @Nullable String words(String guess, Outcome outcome) {
		if (!guess.matches("\\d{1,9}")) {
			return null;
		}
		return guess.equals(Integer.toString(outcome.answer())) ? "You guessed %s, and so it is.".formatted(guess)
				: "You guessed %s. It is %,d.".formatted(guess, outcome.answer());
	}

	private static Field field(Control control, Settings settings) {
		Control.Name name = control.name();
		return switch (control) {
			case Control.Amount number -> new Field(name.id(), name.label(), name.help(), settings.text(name.id()),
					new Numbers(number.least(), number.most()), List.of(), settings.meet(number.when()));
			case Control.Choice choice -> new Field(name.id(), name.label(), name.help(), settings.text(name.id()),
					null, choice.options(), settings.meet(choice.when()));
		};
	}

	private static Link link(Simulator simulator, Preset preset) {
		String query = new TreeMap<>(preset.values()).entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return new Link(preset.title(), address(simulator) + "?" + query);
	}

	private static String address(Simulator simulator) {
		return "/simulators/" + simulator.id();
	}

	private List<Fact> facts(Simulator simulator) {
		return simulator.constants()
			.stream()
			.flatMap((constant) -> this.course.fact(constant.fact()).stream())
			.toList();
	}

}
