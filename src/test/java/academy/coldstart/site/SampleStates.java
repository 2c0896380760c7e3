package academy.coldstart.site;

import java.util.ArrayList;
import java.util.List;

import academy.coldstart.endstate.Attribute;
import academy.coldstart.endstate.BucketState;
import academy.coldstart.endstate.BucketState.StoredObject;
import academy.coldstart.endstate.EndState;
import academy.coldstart.endstate.Excerpt;
import academy.coldstart.endstate.Kept;
import academy.coldstart.endstate.QueueState;
import academy.coldstart.endstate.QueueState.Message;
import academy.coldstart.endstate.QueueState.Place;
import academy.coldstart.endstate.TableState;
import academy.coldstart.endstate.TableState.Item;
import academy.coldstart.endstate.TableState.KeyPart;
import academy.coldstart.endstate.UnreadState;
import academy.coldstart.endstate.UnreadState.Reason;
import academy.coldstart.grading.RunJson;

/**
 * States at the end such as real gradings leave behind.
 */
public final class SampleStates {

	private static final int MOST = 2000;

	private SampleStates() {
	}

	/**
	 * Write {@code end-state.json}.
	 * @return the states of both runs
	 */
	public static String json() {
		return RunJson.writeStates(states());
	}

	/**
	 * Make the states of both runs: an order was booked twice, a message went to the dead
	 * letters, and not everything could be read.
	 * @return two states
	 */
	public static List<EndState> states() {
		return List.of(state(SampleReports.FIRST_SEED, "o-17"), state(SampleReports.SECOND_SEED, "o-402"));
	}

	/**
	 * Write the state that the reference leaves: every order once, under a key and with
	 * values that nobody may see before the exercise is passed.
	 * @param seed the seed
	 * @return {@code end-state.json} of one run
	 */
	static String reference(long seed) {
		TableState table = new TableState("Ledger", "exercise-Ledger-9f8e7d6c", List.of(new KeyPart("pk", "HASH", "S")),
				Kept.all(List.of(item("larkspur#secret-key", "secret-status"))));
		QueueState letters = new QueueState("SecretLetters", "exercise-secret-letters", 0, 0, 0, Kept.all(List.of()));
		return RunJson.writeStates(List.of(EndState.of(seed, List.of(table, letters))));
	}

	private static EndState state(long seed, String order) {
		Kept<Item> items = new Kept<>(List.of(item("larkspur#" + order, "COMPLETED"), item(order, "IN_PROGRESS")), 122,
				true);
		TableState table = new TableState("Ledger", "exercise-Ledger-1b2c3d4e", List.of(new KeyPart("pk", "HASH", "S")),
				items);
		QueueState orders = new QueueState("Orders", "exercise-Orders-5f6a", 0, 0, 0, Kept.all(List.of()));
		Message dead = new Message(Place.VISIBLE,
				text("{\"orderId\":\"" + order + "\",\n \"total\":49.90,\"note\":\"a\u0007b\u202ec\"}"), 5, null,
				List.of(new Attribute("ErrorCode", text("200"))));
		Message busy = new Message(Place.IN_FLIGHT, Excerpt.of("x".repeat(12_345), MOST), 1, "larkspur", List.of());
		QueueState letters = new QueueState("OrdersDeadLetters", "exercise-OrdersDeadLetters-7b8c.fifo", 1, 1, 0,
				Kept.all(List.of(dead, busy)));
		BucketState bucket = new BucketState("Receipts", "exercise-receipts-9d0e",
				Kept.all(List.of(new StoredObject("receipts/" + order + ".txt", 4, "e1", text("paid")),
						new StoredObject("receipts/empty.txt", 0, "e2", text("")),
						new StoredObject("receipts/photo.png", 1_204_311, "e3", null))));
		return EndState.of(seed,
				List.of(table, letters, orders, bucket,
						new UnreadState("Archive", "exercise-archive", UnreadState.Kind.BUCKET, Reason.GONE),
						new UnreadState("Audit", "exercise-Audit", UnreadState.Kind.TABLE, Reason.LATE)));
	}

	private static Item item(String key, String status) {
		return new Item(text("{\"pk\":{\"S\":\"" + key + "\"}}"),
				new Kept<>(List.of(new Attribute("amount", text("{\"N\":\"49.90\"}")),
						new Attribute("result", text("{\"S\":\"{\\\"chargeId\\\": \\\"ch-0a1b2c3d4e5f\\\"}\"}")),
						new Attribute("status", text("{\"S\":\"" + status + "\"}"))), 15, true));
	}

	/**
	 * Make a state in which every text that a learner's program has a part in is hostile.
	 * @param seed the seed
	 * @param texts the texts
	 * @return {@code end-state.json}
	 */
	static String hostile(long seed, List<String> texts) {
		List<Item> items = new ArrayList<>();
		List<Message> messages = new ArrayList<>();
		List<StoredObject> objects = new ArrayList<>();
		for (String text : texts) {
			List<Attribute> attributes = List.of(new Attribute(text, text(text)));
			items.add(new Item(text(text), Kept.all(attributes)));
			messages.add(new Message(Place.VISIBLE, text(text), 1, text, attributes));
			objects.add(new StoredObject(text, 1, text, text(text)));
		}
		String first = texts.getFirst();
		TableState table = new TableState(first, first, List.of(new KeyPart(first, first, first)), Kept.all(items));
		return RunJson.writeStates(List.of(EndState.of(seed,
				List.of(table, new QueueState(first, first, messages.size(), 0, 0, Kept.all(messages)),
						new BucketState(first, first, Kept.all(objects)),
						new UnreadState(first, first, UnreadState.Kind.TABLE, Reason.FAILED)))));
	}

	private static Excerpt text(String text) {
		return Excerpt.of(text, MOST);
	}

}
