package academy.coldstart.grading.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import academy.coldstart.endstate.Attribute;
import academy.coldstart.endstate.BucketState;
import academy.coldstart.endstate.EndState;
import academy.coldstart.endstate.Excerpt;
import academy.coldstart.endstate.Kept;
import academy.coldstart.endstate.QueueState;
import academy.coldstart.endstate.TableState;
import academy.coldstart.endstate.UnreadState;
import academy.coldstart.grading.web.EndStateView.ItemRow;
import academy.coldstart.grading.web.EndStateView.MessageRow;
import academy.coldstart.grading.web.EndStateView.Named;
import academy.coldstart.grading.web.EndStateView.ObjectRow;
import academy.coldstart.grading.web.EndStateView.ResourceView;
import academy.coldstart.grading.web.EndStateView.Value;
import academy.coldstart.grading.web.RunView.SeedTab;
import academy.coldstart.ui.Phrase;
import academy.coldstart.ui.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Makes views of the state at the end of a run.
 */
final class EndStateViews {

	private final boolean open;

	/**
	 * Make views.
	 * @param open whether what is in something is shown unfolded
	 */
	EndStateViews(boolean open) {
		this.open = open;
	}

	/**
	 * Show the state at the end of the run that a report shows.
	 * @param states the states that were kept
	 * @param report the report
	 * @return the view, or null when none was kept of that run, or its stack has nothing
	 * that keeps anything
	 */
	static @Nullable EndStateView of(List<EndState> states, ReportView report) {
		RunView run = report.run();
		if (run == null) {
			return null;
		}
		String title = run.tabs().stream().filter(SeedTab::chosen).map(SeedTab::title).findFirst().orElse("the run");
		return states.stream()
			.filter((state) -> state.seed() == run.seed() && !state.resources().isEmpty())
			.findFirst()
			.map((state) -> new EndStateViews(!report.open().isEmpty()).view(title, state))
			.orElse(null);
	}

	/**
	 * Show the tables, queues and buckets of a state, all folded.
	 * @param state the state
	 * @return one view for each of them
	 */
	static List<ResourceView> resources(EndState state) {
		return new EndStateViews(false).views(state);
	}

	private EndStateView view(String title, EndState state) {
		return new EndStateView(title, views(state), state.unread().stream().map(EndStateViews::unread).toList());
	}

	private List<ResourceView> views(EndState state) {
		return Stream
			.of(state.tables().stream().map(this::table), state.queues().stream().map(this::queue),
					state.buckets().stream().map(this::bucket))
			.flatMap((views) -> views)
			.toList();
	}

	private ResourceView table(TableState table) {
		String key = table.key()
			.stream()
			.map((part) -> part.name() + (part.role().equals("RANGE") ? " (sort key, " : " (partition key, ")
					+ part.type() + ")")
			.collect(Collectors.joining(", "));
		List<ItemRow> items = table.items()
			.first()
			.stream()
			.map((item) -> new ItemRow(value(item.key()), named(item.attributes().first()),
					more(item.attributes(), "attribute")))
			.toList();
		return new ResourceView(line(table.logicalId()), "table, " + number(table.items(), "item"), line(table.name()),
				line(key), opens(table.items()), items, List.of(), List.of(), more(table.items(), "item"));
	}

	private ResourceView queue(QueueState queue) {
		List<MessageRow> messages = queue.messages()
			.first()
			.stream()
			.map((message) -> new MessageRow(message.place().toString(), message.receives(),
					(message.group() != null) ? line(message.group()) : null, value(message.body()),
					named(message.attributes())))
			.toList();
		String depth = (queue.visible() + queue.inFlight() + queue.delayed() == 0) ? "empty"
				: queue.visible() + " visible, " + queue.inFlight() + " in flight, " + queue.delayed() + " delayed";
		return new ResourceView(line(queue.logicalId()), "queue, " + depth, line(queue.name()), "",
				opens(queue.messages()), List.of(), messages, List.of(), more(queue.messages(), "message"));
	}

	private ResourceView bucket(BucketState bucket) {
		List<ObjectRow> objects = bucket.objects()
			.first()
			.stream()
			.map((object) -> new ObjectRow(line(object.key()), bytes(object.size()),
					(object.text() != null) ? value(object.text()) : null))
			.toList();
		return new ResourceView(line(bucket.logicalId()), "bucket, " + number(bucket.objects(), "object"),
				line(bucket.name()), "", opens(bucket.objects()), List.of(), List.of(), objects,
				more(bucket.objects(), "object"));
	}

	private boolean opens(Kept<?> kept) {
		return this.open && kept.count() > 0;
	}

	private static List<Phrase> unread(UnreadState unread) {
		String what = "The " + unread.kind() + " `" + line(unread.logicalId()).replace('`', '\'') + "` ";
		return Phrase.parse(what + switch (unread.reason()) {
			case GONE -> "did not exist any more.";
			case LATE -> "could not be read in time. This does not touch the verdict.";
			case FAILED -> "could not be read. This does not touch the verdict.";
			case LEFT_OUT -> "was not read: the stack has more tables, queues and buckets than are read.";
		});
	}

	private static List<Named> named(List<Attribute> attributes) {
		return attributes.stream()
			.map((attribute) -> new Named(line(attribute.name()), value(attribute.value())))
			.toList();
	}

	private static Value value(Excerpt excerpt) {
		String text = VisibleText.of(excerpt.text());
		if (excerpt.cut()) {
			return new Value(text, "the beginning of " + bytes(excerpt.bytes()));
		}
		return new Value(text, text.isEmpty() ? "empty" : null);
	}

	private static @Nullable String more(Kept<?> kept, String noun) {
		if (kept.complete()) {
			return null;
		}
		if (kept.first().isEmpty()) {
			return "There is too much in it to be shown here.";
		}
		return kept.counted() ? "And " + kept.more() + " more."
				: "And at least " + kept.more() + " more: not every " + noun + " was read.";
	}

	private static String number(Kept<?> kept, String noun) {
		if (kept.count() == 0) {
			return "empty";
		}
		return (kept.counted() ? "" : "at least ") + kept.count() + " " + noun + ((kept.count() == 1) ? "" : "s");
	}

	private static String bytes(long bytes) {
		return String.format(Locale.ROOT, "%,d %s", bytes, (bytes == 1) ? "byte" : "bytes");
	}

	private static String line(String text) {
		return VisibleText.line(text);
	}

}
