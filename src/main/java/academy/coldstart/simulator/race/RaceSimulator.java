package academy.coldstart.simulator.race;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import academy.coldstart.simulator.Constant;
import academy.coldstart.simulator.Control;
import academy.coldstart.simulator.Control.Choice;
import academy.coldstart.simulator.Control.Name;
import academy.coldstart.simulator.Control.Option;
import academy.coldstart.simulator.Outcome;
import academy.coldstart.simulator.Outcome.Table;
import academy.coldstart.simulator.Preset;
import academy.coldstart.simulator.Settings;
import academy.coldstart.simulator.Simulator;
import academy.coldstart.simulator.Words;
import academy.coldstart.simulator.race.Race.Result;

/**
 * How often a customer pays when an order is delivered twice.
 */
public class RaceSimulator implements Simulator {

	private static final List<Control> CONTROLS = List.of(
			new Choice(new Name("guard", "The handler guards the charge by", ""), options(), null),
			new Control.Amount(
					new Name("lead", "Steps of A before B starts", "After them they take turns, and B is first."), 0, 3,
					0, null),
			new Control.Amount(new Name("crash", "A is killed after its step", "0: it is not killed."), 0, 3, 0, null),
			new Choice(new Name("expires", "When a delivery comes again, a claim", ""),
					List.of(new Option("yes", "has expired"), new Option("no", "still holds")), null));

	private static final List<Preset> PRESETS = List.of(
			new Preset("Both look, both charge", Map.of("guard", "check-then-act")),
			new Preset("Luck: B looks late enough", Map.of("guard", "check-then-act", "lead", "3")),
			new Preset("The claim decides", Map.of("guard", "claim")),
			new Preset("Killed between charge and record", Map.of("guard", "claim", "crash", "2", "lead", "2")),
			new Preset("A claim that never expires",
					Map.of("guard", "claim", "crash", "1", "lead", "1", "expires", "no")),
			new Preset("The provider knows the key", Map.of("guard", "claim-and-key", "crash", "2", "lead", "2")));

	private static List<Option> options() {
		return Arrays.stream(Strategy.values()).map((strategy) -> new Option(id(strategy), strategy.label())).toList();
	}

	private static String id(Strategy strategy) {
		return strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	@Override
	public String id() {
		return "idempotency-race";
	}

	@Override
	public String title() {
		return "Idempotency race";
	}

	@Override
	public String lead() {
		return "One order is delivered twice, and two environments handle it at about the same time. Move them step by step, "
				+ "kill one, and count how often the customer pays.";
	}

	@Override
	public List<Control> controls() {
		return CONTROLS;
	}

	@Override
	public List<Preset> presets() {
		return PRESETS;
	}

	@Override
	public String question() {
		return "How often will the customer be charged?";
	}

	@Override
	public List<Constant> constants() {
		return List.of(new Constant("async-duplicates", "even without an error"));
	}

	@Override
	public Outcome run(Settings settings) {
		Race race = new Race(strategy(settings.text("guard")), settings.number("crash"),
				settings.text("expires").equals("yes"));
		Result result = race.run(race.turns(settings.number("lead")));
		String sentence = sentence(result) + " " + across(race);
		return new Outcome(result.charges(), sentence, remarks(result),
				new RaceDrawing(result.moments()).draw("The steps of both deliveries in their order. " + sentence),
				table(result));
	}

	private static Strategy strategy(String id) {
		return Arrays.stream(Strategy.values()).filter((strategy) -> id(strategy).equals(id)).findFirst().orElseThrow();
	}

	private static String sentence(Result result) {
		return switch (result.charges()) {
			case 0 -> "The customer is never charged: the order is lost.";
			case 1 -> "The customer is charged once.";
			case 2 -> "The customer is charged twice.";
			default -> "The customer is charged %,d times.".formatted(result.charges());
		};
	}

	private static String across(Race race) {
		List<Result> all = race.all();
		long right = all.stream().filter((result) -> result.charges() == 1).count();
		if (right == all.size()) {
			return "That is so in all %,d sequences that the steps can have.".formatted(all.size());
		}
		return "Of the %,d sequences that the steps can have, %s with one charge.".formatted(all.size(),
				Words.count(right, "ends", "end"));
	}

	private static List<String> remarks(Result result) {
		List<String> remarks = new ArrayList<>();
		if (!result.completed()) {
			remarks.add("Nothing says in the end that the order is charged. Each further delivery stops at the claim.");
		}
		if (result.charges() > 1) {
			remarks.add("Each step is correct alone. What is wrong is what may come between them.");
		}
		return remarks;
	}

	private static Table table(Result result) {
		List<List<String>> rows = result.moments()
			.stream()
			.map((moment) -> List.of(moment.worker(), moment.what(),
					moment.note().isEmpty() ? "goes on" : moment.note(), moment.record(),
					Integer.toString(moment.charges())))
			.toList();
		return new Table("The steps in their order",
				List.of("Delivery", "Step", "What came of it", "Record", "Charges"), rows);
	}

}
