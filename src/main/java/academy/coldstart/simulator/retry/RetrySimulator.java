package academy.coldstart.simulator.retry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
 * Who repeats an event, when, and where it ends.
 */
public class RetrySimulator implements Simulator {

	private static final When SYNC = new When("source", "sync");

	private static final When ASYNC = new When("source", "async");

	private static final When QUEUE = new When("source", "sqs");

	private static final When STREAM = new When("source", "stream");

	private static final When SOMETIMES = new When("outcome", "recovers");

	private static final int FOUR_DAYS = 345_600;

	private static final int A_DAY = 86_400;

	private static final int SIX_HOURS = 21_600;

	private static final List<Option> NO_YES = List.of(new Option("no", "no"), new Option("yes", "yes"));

	private static final List<Control> CONTROLS = List.of(
			new Choice(new Name("source", "The event comes", ""),
					List.of(new Option("async", "asynchronously"), new Option("sync", "synchronously"),
							new Option("sqs", "from an SQS queue"), new Option("stream", "from a stream")),
					null),
			new Choice(new Name("outcome", "The handler", ""),
					List.of(new Option("fails", "always fails"), new Option("recovers", "fails at first")), null),
			new Control.Amount(new Name("failures", "Attempts that fail first", ""), 0, 1000, 1, SOMETIMES),
			new Control.Amount(new Name("duration", "Seconds that an attempt takes", ""), 1, 900, 3, null),
			new Control.Amount(
					new Name("tries", "Attempts of the caller", "The waits between them are 1, 2, 4 … seconds."), 1, 6,
					1, SYNC),
			new Control.Amount(new Name("retries", "MaximumRetryAttempts", ""), 0, 2, 2, ASYNC),
			new Control.Amount(new Name("age", "MaximumEventAge in seconds", ""), 60, SIX_HOURS, SIX_HOURS, ASYNC),
			new Choice(new Name("destination", "Destination for failures", ""), NO_YES, ASYNC),
			new Control.Amount(new Name("visibility", "Visibility timeout in seconds", ""), 10, 43_200, 30, QUEUE),
			new Control.Amount(new Name("receives", "maxReceiveCount", "Empty: the queue has no dead-letter queue."), 1,
					1000, null, QUEUE),
			new Control.Amount(new Name("retention", "Seconds that the queue keeps messages", ""), 60, 1_209_600,
					FOUR_DAYS, QUEUE),
			new Control.Amount(
					new Name("repeats", "MaximumRetryAttempts of the mapping", "Empty: until the record expires."), 0,
					10_000, null, STREAM),
			new Control.Amount(
					new Name("record", "MaximumRecordAge in seconds",
							"At most as long as the stream keeps records, a day unless configured otherwise."),
					60, A_DAY, A_DAY, STREAM),
			new Choice(new Name("batches", "Destination for failed batches", ""), NO_YES, STREAM));

	private static final List<Preset> PRESETS = List.of(
			new Preset("Dropped after three attempts", Map.of("source", "async")),
			new Preset("Kept by a destination", Map.of("source", "async", "destination", "yes")),
			new Preset("A queue without an end", Map.of("source", "sqs")),
			new Preset("A dead-letter queue", Map.of("source", "sqs", "receives", "5")),
			new Preset("A shard that stands still", Map.of("source", "stream")), new Preset("A caller that tries again",
					Map.of("source", "sync", "tries", "3", "outcome", "recovers", "failures", "2")));

	@Override
	public String id() {
		return "retry-timeline";
	}

	@Override
	public String title() {
		return "Retry timeline";
	}

	@Override
	public String lead() {
		return "One event, one handler that fails. Choose how the event comes, and watch who calls the handler again, "
				+ "when, and where the event ends.";
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
		return "How often will the handler be called for this event?";
	}

	@Override
	public List<Constant> constants() {
		return List.of(new Constant("async-retry-waits", "after one minute and after two more"),
				new Constant("async-retry-range", "0, 1 or 2"),
				new Constant("async-age-range", "from 60 seconds to 6 hours"),
				new Constant("sqs-visibility-minimum", "must not exceed the visibility timeout"),
				new Constant("sqs-retention-default", "four days"), new Constant("sqs-retention-max", "14 days"),
				new Constant("mapping-stream-retries", "until the records expire"));
	}

	@Override
	public Outcome run(Settings settings) {
		long failures = settings.text("outcome").equals("fails") ? Long.MAX_VALUE : settings.number("failures");
		Story story = rules(settings).tell(new Handler(failures, settings.number("duration")));
		String sentence = sentence(story);
		return new Outcome(story.attempts().size(), sentence, remarks(settings, story),
				new Gantt(story).draw("Attempts over time. " + sentence), table(story));
	}

	private static RetryRules rules(Settings settings) {
		return switch (settings.text("source")) {
			case "sync" -> new SynchronousRules(settings.number("tries"));
			case "sqs" -> new QueueRules(settings.number("visibility"), settings.number("retention"),
					settings.optional("receives"));
			case "stream" -> new StreamRules(settings.optional("repeats"), settings.number("record"),
					settings.text("batches").equals("yes"));
			default -> new AsynchronousRules(settings.number("retries"), settings.number("age"),
					settings.text("destination").equals("yes"));
		};
	}

	private static String sentence(Story story) {
		if (story.attempts().isEmpty()) {
			return story.sentence();
		}
		int count = story.attempts().size();
		String starts = story.attempts()
			.stream()
			.limit(4)
			.map((attempt) -> Words.time(attempt.start()))
			.collect(Collectors.joining(", "));
		return "The handler is called %s, at %s%s. After %s it is over: %s".formatted(
				(count == 1) ? "once" : "%,d times".formatted(count), starts, (count > 4) ? " and so on" : "",
				Words.time(story.at()), story.sentence());
	}

	private static List<String> remarks(Settings settings, Story story) {
		List<String> remarks = new ArrayList<>();
		if (settings.text("source").equals("stream")) {
			remarks.add("For %s no other record of this shard was handled.".formatted(Words.time(story.at()))
					+ " The second between two tries is assumed: AWS does not publish it.");
		}
		if (story.attempts().size() > 1) {
			remarks.add(
					"Whatever the handler did before it failed, it did %,d times. An effect that must happen once has to be idempotent."
						.formatted(story.attempts().size()));
		}
		return remarks;
	}

	private static Table table(Story story) {
		List<List<String>> rows = new ArrayList<>();
		story.attempts()
			.stream()
			.limit(200)
			.forEach((attempt) -> rows
				.add(List.of("Attempt %,d".formatted(attempt.number()), Words.time(attempt.start()),
						Words.time(attempt.end()), attempt.succeeds() ? "succeeds" : "fails")));
		if (story.attempts().size() > rows.size()) {
			rows.add(List.of("%,d more attempts".formatted(story.attempts().size() - rows.size()), "", "", "fail"));
		}
		rows.add(List.of("End", Words.time(story.at()), "", story.where()));
		return new Table("All attempts, in time after the event came", List.of("What", "Starts", "Ends", "Outcome"),
				rows);
	}

}
