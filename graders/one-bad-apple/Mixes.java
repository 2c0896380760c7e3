package academy.coldstart.graders.onebadapple;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Result;
import academy.coldstart.graders.onebadapple.OrderMessage.Kind;

/**
 * Hands batches of different composition to the function.
 */
final class Mixes {

	private final Post post;

	private final MailService service;

	private final Random random;

	Mixes(Post post, Random random) {
		this.post = post;
		this.service = post.service();
		this.random = random;
	}

	/**
	 * Play six mixes from the standard queue.
	 * @param source the queue
	 * @throws LearnerFailure when an answer does not name exactly what failed
	 */
	void standard(Source source) {
		source.requireConcurrency();
		play(source, "A batch of good orders", this.post.good(some()));
		List<OrderMessage> firstBad = this.post.good(some());
		firstBad.addFirst(this.post.poison());
		play(source, "A batch whose first order is bad", firstBad);
		List<OrderMessage> lastBad = this.post.good(some());
		lastBad.addLast(this.post.poison());
		play(source, "A batch whose last order is bad", lastBad);
		play(source, "A batch in which bad orders are spread", spread());
		play(source, "A batch of bad orders", List.of(this.post.poison(), this.post.poison(), this.post.poison()));
		playBusy(source);
	}

	private List<OrderMessage> spread() {
		List<OrderMessage> messages = this.post.good(3 + some());
		for (Kind kind : List.of(Kind.UNREADABLE, Kind.NO_ORDER, Kind.INCOMPLETE, Kind.UNADDRESSED)) {
			messages.add(this.random.nextInt(1, messages.size()), this.post.write(kind, null));
		}
		return messages;
	}

	private void playBusy(Source source) {
		List<OrderMessage> messages = this.post.good(some());
		messages.add(this.random.nextInt(messages.size()), this.post.write(Kind.BUSY, null));
		Batch batch = Batch.of(source, messages);
		Judge first = deliver(source, batch, "A batch with an order for which the mail service is busy");
		first.requireStandard();
		List<Batch.Entry> again = batch.entries()
			.stream()
			.filter((entry) -> first.reading().returns(entry.messageId()))
			.map(Batch.Entry::again)
			.toList();
		if (!again.isEmpty()) {
			List<Batch.Entry> good = again.stream().map(this::ready).toList();
			deliver(source, new Batch(batch.sourceArn(), good),
					"The order for which the mail service was busy, delivered again")
				.requireStandard();
		}
	}

	private Batch.Entry ready(Batch.Entry entry) {
		// The mail service is busy only once, so this time nothing is wrong.
		OrderMessage message = entry.message();
		this.service.settle(message);
		return new Batch.Entry(entry.messageId(), new OrderMessage(message.order(), Kind.GOOD, message.group()),
				entry.receives());
	}

	private void play(Source source, String scene, List<OrderMessage> messages) {
		deliver(source, Batch.of(source, messages), scene).requireStandard();
	}

	/**
	 * Play mixes of groups from the FIFO queue.
	 * @param source the queue
	 * @throws LearnerFailure when something overtakes, is lost or returns in vain
	 */
	void fifo(Source source) {
		source.requireConcurrency();
		List<String> groups = this.post.groups(3);
		playFifo(source, "A FIFO batch of good orders of three groups", mixed(groups, List.of(), 6));
		playFifo(source, "A FIFO batch in which an order of one group is bad",
				mixed(groups, List.of(groups.get(0)), 8));
		playFifo(source, "A FIFO batch in which an order of each of two groups is bad",
				mixed(groups, List.of(groups.get(1), groups.get(2)), 10));
		List<OrderMessage> first = new ArrayList<>(mixed(groups, List.of(), 4));
		first.addFirst(this.post.poison(groups.get(0)));
		playFifo(source, "A FIFO batch whose first order is bad", first);
		playWatched(source, this.post.groups(1).getFirst());
	}

	private void playWatched(Source source, String group) {
		List<OrderMessage> messages = mixed(List.of(group), List.of(), 4);
		this.service.watch(group);
		Batch batch = Batch.of(source, messages);
		Judge judge = deliver(source, batch, "A FIFO batch of four orders of one group");
		List<String> overlap = this.service.overlap(group);
		if (!overlap.isEmpty()) {
			throw LearnerFailure
				.because("Order %s was sent to the mail service while %s of the same group was still on its way.",
						overlap.getLast(), overlap.getFirst())
				.expected("one order of a group after the other")
				.observed("%s under way at the same time", overlap)
				.evidence(judge.result());
		}
		judge.requireFifo();
	}

	private void playFifo(Source source, String scene, List<OrderMessage> messages) {
		Judge judge = deliver(source, Batch.of(source, messages), scene);
		judge.requireFifo();
		for (String group : messages.stream().map(OrderMessage::group).distinct().toList()) {
			requireSequence(judge, messages.stream().filter((message) -> group.equals(message.group())).toList());
		}
	}

	private void requireSequence(Judge judge, List<OrderMessage> group) {
		List<OrderMessage> mailed = this.service.inSequence(group);
		List<OrderMessage> expected = group.stream().filter(mailed::contains).toList();
		if (!mailed.equals(expected)) {
			throw LearnerFailure
				.because("The orders of group %s were mailed in another sequence than they came in.",
						group.getFirst().requiredGroup())
				.expected("%s", expected.stream().map(OrderMessage::id).toList())
				.observed("%s", mailed.stream().map(OrderMessage::id).toList())
				.evidence(judge.result());
		}
	}

	private List<OrderMessage> mixed(List<String> groups, List<String> bad, int size) {
		// A bad order is neither the first nor the last of its group.
		List<OrderMessage> messages = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			messages.add(this.post.write(Kind.GOOD, groups.get(i % groups.size())));
		}
		for (String group : bad) {
			List<OrderMessage> own = messages.stream().filter((message) -> group.equals(message.group())).toList();
			messages.set(messages.indexOf(own.get(own.size() / 2)), this.post.poison(group));
		}
		return messages;
	}

	private Judge deliver(Source source, Batch batch, String scene) {
		Result result = source.function()
			.invoke(batch.event(), "delivered " + Character.toLowerCase(scene.charAt(0)) + scene.substring(1));
		return new Judge(this.service, batch, result, scene);
	}

	private int some() {
		return this.random.nextInt(2, 6);
	}

}
