package academy.coldstart.simulator.concurrency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import academy.coldstart.simulator.Constant;
import academy.coldstart.simulator.Control;
import academy.coldstart.simulator.Control.Choice;
import academy.coldstart.simulator.Control.Name;
import academy.coldstart.simulator.Control.Option;
import academy.coldstart.simulator.Control.When;
import academy.coldstart.simulator.Outcome;
import academy.coldstart.simulator.Outcome.Table;
import academy.coldstart.simulator.Preset;
import academy.coldstart.simulator.Settings;
import academy.coldstart.simulator.Simulator;
import academy.coldstart.simulator.Words;

/**
 * How many execution environments a load needs, who waits for one, and who is throttled.
 */
public class ConcurrencySimulator implements Simulator {

	private static final List<Control> CONTROLS = List.of(number("rate", "Requests per second", "", 0, 200, 20),
			number("duration", "Duration of the handler in ms", "", 1, 10_000, 400),
			number("init", "Duration of Init in ms", "How long a new environment takes before its first request.", 0,
					10_000, 800),
			number("burst", "Requests at once after 10 s", "They come besides the others.", 0, 3000, 0),
			new Control.Amount(new Name("reserved", "Reserved concurrency",
					"Both a part of the account that is kept for the function and its limit. May be left empty."), 0,
					3000, null, null),
			number("provisioned", "Provisioned concurrency", "Environments that are made before the first request.", 0,
					3000, 0),
			number("account", "Concurrency of the account that is left", "What other functions do not use.", 1, 5000,
					1000),
			number("idle", "Idle environments are kept for seconds", "Assumed: AWS does not publish it.", 1, 3600, 300),
			new Choice(new Name("arrivals", "Requests come", ""),
					List.of(new Option("evenly", "at equal distances"),
							new Option("independently", "as independent people send them")),
					null),
			new Control.Amount(new Name("seed", "Random seed", "Another number, another run of the same kind."), 1,
					9999, 1, new When("arrivals", "independently")));

	private static final List<Preset> PRESETS = List.of(
			new Preset("Rate × duration", Map.of("rate", "50", "duration", "400", "init", "0")),
			new Preset("Slow Init", Map.of("init", "5000")), new Preset("A sale opens", Map.of("burst", "200")),
			new Preset("Provisioned is no ceiling", Map.of("provisioned", "10", "burst", "60")),
			new Preset("Reserved is a ceiling", Map.of("reserved", "10", "burst", "60")), new Preset(
					"Faster than Lambda grows", Map.of("rate", "1", "burst", "2000", "account", "5000", "init", "0")));

	private static Control number(String id, String label, String help, int least, int most, int usual) {
		return new Control.Amount(new Name(id, label, help), least, most, usual, null);
	}

	@Override
	public String id() {
		return "concurrency";
	}

	@Override
	public String title() {
		return "Concurrency and cold starts";
	}

	@Override
	public String lead() {
		return "An execution environment handles one request at a time. Set a load and watch how many there have to be, "
				+ "who waits for a new one, and what reserved and provisioned concurrency change.";
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
		return "How many requests will be in work at the same time, at most?";
	}

	@Override
	public List<Constant> constants() {
		return List.of(new Constant("scaling-rate", "1,000 environments every 10 seconds"),
				new Constant("idle-lifetime", "not published"));
	}

	@Override
	public Outcome run(Settings settings) {
		int concurrency = settings.optional("reserved").orElse(settings.number("account"));
		Limits limits = new Limits(concurrency, Math.min(concurrency, settings.number("provisioned")),
				settings.number("idle") * 1_000_000L);
		Fleet fleet = new Fleet(limits, settings.number("init") * 1000L, settings.number("duration") * 1000L);
		Arrays.stream(load(settings).arrivals()).forEach(fleet::take);
		Tally tally = new Tally(fleet.requests());
		String sentence = sentence(settings, tally);
		return new Outcome(tally.busiest(), sentence, remarks(settings, limits, tally),
				new LaneDrawing(fleet, tally).draw("Environments over half a minute. " + sentence), table(tally));
	}

	private static Load load(Settings settings) {
		return new Load(settings.number("rate"), settings.number("burst"), settings.text("arrivals").equals("evenly"),
				settings.number("seed"));
	}

	private static String sentence(Settings settings, Tally tally) {
		double product = settings.number("rate") * settings.number("duration") / 1000.0;
		return String.format(Locale.ENGLISH,
				"%s per second of %,d ms keep about %s busy (rate × duration). At most %s in work at the same time. "
						+ "Of %s, %,d waited for a new environment and %,d %s throttled.",
				Words.count(settings.number("rate"), "request", "requests"), settings.number("duration"),
				(product == Math.rint(product)) ? Words.count(Math.round(product), "environment", "environments")
						: String.format(Locale.ENGLISH, "%.1f environments", product),
				(tally.busiest() == 1) ? "1 was" : String.format(Locale.ENGLISH, "%,d were", tally.busiest()),
				Words.count(tally.count(), "request", "requests"), tally.cold(), tally.throttled(),
				(tally.throttled() == 1) ? "was" : "were");
	}

	private static List<String> remarks(Settings settings, Limits limits, Tally tally) {
		List<String> remarks = new ArrayList<>();
		if (tally.count() > tally.throttled()) {
			remarks.add("Half of the answers came within %,d ms, 99 of 100 within %,d ms.".formatted(tally.latency(50),
					tally.latency(99)));
		}
		if (limits.provisioned() < settings.number("provisioned")) {
			remarks.add(
					"AWS does not accept more provisioned than reserved concurrency, so %,d environments are made ahead."
						.formatted(limits.provisioned()));
		}
		if (tally.throttled() > 0) {
			remarks.add(
					"A throttled request is answered with status 429 and runs nothing. These callers do not try again.");
		}
		if (tally.throttled() > 0 && tally.busiest() < limits.concurrency()) {
			remarks.add("The limit of %,d was not reached: environments were not added fast enough."
				.formatted(limits.concurrency()));
		}
		return remarks;
	}

	private static Table table(Tally tally) {
		List<List<String>> rows = IntStream.range(0, Load.SECONDS)
			.mapToObj((second) -> row(second, tally.within(second * 1_000_000L, (second + 1) * 1_000_000L)))
			.toList();
		return new Table("What happened in each second",
				List.of("Second", "Requests", "Waited for Init", "Throttled", "In work at most", "Environments"), rows);
	}

	private static List<String> row(int second, Tally within) {
		return List.of(Integer.toString(second), Integer.toString(within.count()), Long.toString(within.cold()),
				Long.toString(within.throttled()), Integer.toString(within.busiest()),
				Integer.toString(within.environments()));
	}

}
