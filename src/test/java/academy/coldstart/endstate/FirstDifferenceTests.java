package academy.coldstart.endstate;

import java.util.Arrays;
import java.util.List;

import academy.coldstart.endstate.BucketState.StoredObject;
import academy.coldstart.endstate.Difference.Kind;
import academy.coldstart.endstate.QueueState.Message;
import academy.coldstart.endstate.QueueState.Place;
import academy.coldstart.endstate.TableState.Item;
import academy.coldstart.endstate.TableState.KeyPart;
import academy.coldstart.endstate.UnreadState.Reason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FirstDifferenceTests {

	private static final KeyPart PK = new KeyPart("pk", "HASH", "S");

	@Test
	void otherNamesInAwsAreNoDifference() {
		EndState one = EndState.of(1, List.of(table("t-1", item("o-17", "paid")), queue("q-1", message("a"))));
		EndState other = EndState.of(2, List.of(queue("q-2", message("a")), table("t-2", item("o-17", "paid"))));
		assertThat(EndState.firstDifferences(one, other)).isEmpty();
		assertThat(one.resources()).extracting(ResourceState::logicalId).containsExactly("Ledger", "Orders");
	}

	@Test
	void tellsAMissingResourceFirst() {
		EndState expected = EndState.of(1, List.of(table("t", item("o-17", "paid")), queue("q")));
		EndState actual = EndState.of(1, List.of(table("t")));
		assertThat(EndState.firstDifferences(expected, actual))
			.contains(new Difference(Kind.RESOURCE, "Orders", null, "resource", "queue", null));
		assertThat(EndState.firstDifferences(actual, expected))
			.contains(new Difference(Kind.RESOURCE, "Orders", null, "resource", null, "queue"));
	}

	@Test
	void tellsAnotherKeyBeforeTheNumberOfItems() {
		TableState other = new TableState("Ledger", "t", List.of(new KeyPart("id", "HASH", "S")), Kept.all(List.of()));
		assertThat(first(table("t", item("o-17", "paid")), other))
			.contains(new Difference(Kind.RESOURCE, "Ledger", null, "key", "pk (HASH, S)", "id (HASH, S)"));
	}

	@Test
	void tellsANumberBeforeAnEntry() {
		TableState one = table("t", item("o-17", "paid"));
		TableState two = table("t", item("o-16", "paid"), item("o-18", "paid"));
		assertThat(first(one, two)).contains(new Difference(Kind.NUMBER, "Ledger", null, "items", "1", "2"));
	}

	@Test
	void tellsAMessageThatIsInFlightInsteadOfVisible() {
		Message inFlight = new Message(Place.IN_FLIGHT, Excerpt.of("a", 10), 1, null, List.of());
		QueueState moved = new QueueState("Orders", "q", 0, 1, 0, Kept.all(List.of(inFlight)));
		assertThat(first(queue("q", message("a")), moved))
			.contains(new Difference(Kind.NUMBER, "Orders", null, "visible messages", "1", "0"));
	}

	@Test
	void tellsEntriesOfTheSameNumberByTheirKeys() {
		assertThat(first(table("t", item("o-17", "paid")), table("t", item("o-99", "paid")))).contains(new Difference(
				Kind.ENTRY, "Ledger", null, "item", "{\"pk\":{\"S\":\"o-17\"}}", "{\"pk\":{\"S\":\"o-99\"}}"));
	}

	@Test
	void tellsTheSameMessageTwiceFromTwoMessages() {
		assertThat(first(queue("q", message("a"), message("b")), queue("q", message("a"), message("a"))))
			.contains(new Difference(Kind.ENTRY, "Orders", null, "message", "b", "a (2)"));
	}

	@Test
	void tellsValuesOfTheSameItem() {
		assertThat(first(table("t", item("o-17", "paid")), table("t", item("o-17", "open")))).contains(new Difference(
				Kind.VALUE, "Ledger", "{\"pk\":{\"S\":\"o-17\"}}", "status", "{\"S\":\"paid\"}", "{\"S\":\"open\"}"));
		Item bare = new Item(Excerpt.of("{\"pk\":{\"S\":\"o-17\"}}", 100), Kept.all(List.of()));
		assertThat(first(table("t", item("o-17", "paid")), table("t", bare))).contains(
				new Difference(Kind.VALUE, "Ledger", "{\"pk\":{\"S\":\"o-17\"}}", "status", "{\"S\":\"paid\"}", null));
	}

	@Test
	void tellsAllThatDiffersInTheFirstEntryAndNothingOfTheNext() {
		Message moved = new Message(Place.IN_FLIGHT, Excerpt.of("a", 10), 2, null, List.of());
		Message other = new Message(Place.IN_FLIGHT, Excerpt.of("b", 10), 2, null, List.of());
		QueueState expected = new QueueState("Orders", "q", 1, 1, 0, Kept.all(List.of(message("a"), other)));
		QueueState actual = new QueueState("Orders", "q", 1, 1, 0, Kept.all(List.of(message("b"), moved)));
		assertThat(first(expected, actual)).containsExactly(
				new Difference(Kind.VALUE, "Orders", "a", "place", "visible", "in flight"),
				new Difference(Kind.VALUE, "Orders", "a", "receives", "0", "2"));
	}

	@Test
	void tellsObjectsByTheirContent() {
		assertThat(first(bucket(object("one")), bucket(object("other"))))
			.contains(new Difference(Kind.VALUE, "Receipts", "o-17.txt", "size", "3", "5"));
		assertThat(first(bucket(object("one")), bucket(object("two"))))
			.contains(new Difference(Kind.VALUE, "Receipts", "o-17.txt", "content", "one", "two"));
	}

	@Test
	void tellsLongTextsApartBeyondWhatIsKept() {
		Message one = new Message(Place.VISIBLE, Excerpt.of("same beginning, 1", 10), 0, null, List.of());
		Message other = new Message(Place.VISIBLE, Excerpt.of("same beginning, 2", 10), 0, null, List.of());
		assertThat(first(queue("q", one), queue("q", other))).isNotEmpty();
		assertThat(first(queue("q", one), queue("q", one))).isEmpty();
	}

	@Test
	void whatWasNotKeptIsNoDifference() {
		Kept<Item> some = new Kept<>(List.of(item("o-1", "paid")), 2, true);
		TableState cut = new TableState("Ledger", "t", List.of(PK), some);
		assertThat(first(table("t", item("o-1", "paid"), item("o-2", "paid")), cut)).isEmpty();
		assertThat(first(cut, table("t", item("o-1", "paid"), item("o-2", "paid")))).isEmpty();
	}

	@Test
	void whatCouldNotBeReadIsNoDifferenceButWhatIsGoneIs() {
		EndState full = EndState.of(1, List.of(table("t", item("o-17", "paid"))));
		assertThat(EndState.firstDifferences(full, unread(Reason.LATE))).isEmpty();
		assertThat(EndState.firstDifferences(unread(Reason.FAILED), full)).isEmpty();
		assertThat(EndState.firstDifferences(full, unread(Reason.GONE))).map(Difference::kind).contains(Kind.RESOURCE);
	}

	private static List<Difference> first(ResourceState expected, ResourceState actual) {
		return EndState.firstDifferences(EndState.of(1, List.of(expected)), EndState.of(2, List.of(actual)));
	}

	private static EndState unread(Reason reason) {
		return EndState.of(1, List.of(new UnreadState("Ledger", "t", UnreadState.Kind.TABLE, reason)));
	}

	private static TableState table(String name, Item... items) {
		return new TableState("Ledger", name, List.of(PK), Kept.all(Arrays.asList(items)));
	}

	private static Item item(String key, String status) {
		return new Item(Excerpt.of("{\"pk\":{\"S\":\"" + key + "\"}}", 100),
				Kept.all(List.of(new Attribute("status", Excerpt.of("{\"S\":\"" + status + "\"}", 100)))));
	}

	private static QueueState queue(String name, Message... messages) {
		return new QueueState("Orders", name, messages.length, 0, 0, Kept.all(Arrays.asList(messages)));
	}

	private static Message message(String body) {
		return new Message(Place.VISIBLE, Excerpt.of(body, 100), 0, null, List.of());
	}

	private static BucketState bucket(StoredObject object) {
		return new BucketState("Receipts", "b", Kept.all(List.of(object)));
	}

	private static StoredObject object(String content) {
		return new StoredObject("o-17.txt", content.length(), "etag-" + content, Excerpt.of(content, 100));
	}

}
