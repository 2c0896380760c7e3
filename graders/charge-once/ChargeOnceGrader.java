package academy.coldstart.graders.chargeonce;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;

import academy.coldstart.grader.Check;
import academy.coldstart.grader.Fault;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Prepare;
import academy.coldstart.grader.Result;
import academy.coldstart.grader.Run;
import academy.coldstart.grader.Setup;
import academy.coldstart.grader.SqsEvent;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/**
 * Delivers orders again and again, in a row, at once, after crashes and with other
 * values, and reads the ledger of the payment provider.
 */
class ChargeOnceGrader {

	private static final int AT_ONCE = 5;

	private static final int ROUNDS = 3;

	private static final int CLAIM_SECONDS = 2;

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	/** How long after its end a claim is surely dead, whatever clock was used. */
	private static final Duration CLAIM_MARGIN = Duration.ofSeconds(1);

	@Prepare
	static void prepare(Setup setup) {
		setup.parameter("ClaimSeconds", String.valueOf(CLAIM_SECONDS));
		setup.companion(new PaymentProvider(new Random(setup.random().nextLong())));
	}

	@Check("C1")
	@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void eachOrderIsChargedOnce(Run run, PaymentProvider provider) throws Exception {
		Ledger ledger = new Ledger(run, provider);
		deliverDifferentOrders(run, ledger);
		for (int round = 0; round < ROUNDS; round++) {
			deliverOneOrderAtOnce(run, ledger);
		}
		deliverThroughTheQueue(run, ledger);
	}

	@Check("C2")
	@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void anInterruptedChargeIsCompletedOnce(Run run, PaymentProvider provider) throws Exception {
		Ledger ledger = new Ledger(run, provider);
		// A start can take longer than a claim lives, so there is an environment for the
		// delivery that crashes and one for the delivery that finds its claim.
		deliverAtOnce(run, ledger, PaidOrder.next(run, 2 * CrashScene.Moment.values().length));
		run.atOnce(Stream.of(CrashScene.Moment.values())
			.<Callable<Result>>map((moment) -> () -> CrashScene.play(ledger, moment, CLAIM_SECONDS))
			.toList());
	}

	@Check("C3")
	@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void aRepeatedCallGetsTheFirstAnswer(Run run, PaymentProvider provider) {
		Ledger ledger = new Ledger(run, provider);
		PaidOrder order = PaidOrder.next(run);
		Result first = call(run, order, "called with order " + order.id());
		first.requireSuccess();
		PaymentProvider.Charge charge = ledger.requireOneCharge(order, first);
		first.requireField("orderId", order.id())
			.requireField("status", "CHARGED")
			.requireField("chargeId", charge.id())
			.requireField("amount", order.amount());
		for (String time : List.of("second", "third")) {
			provider.forgetKeys();
			outliveClaims(run, order);
			run.function().renewEnvironments();
			Result again = call(run, order, "called with order " + order.id() + " again");
			ledger.requireNoFurtherCharge(order, time);
			requireSameAnswer(order, time, first, again);
		}
	}

	@Check("C4")
	@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void onlyTheSameOperationIsADuplicate(Run run, PaymentProvider provider) {
		Ledger ledger = new Ledger(run, provider);
		PaidOrder order = PaidOrder.next(run);
		Result first = call(run, order, "called with order " + order.id() + " of tenant " + order.tenant());
		ledger.requireOneCharge(order, first);
		run.function().renewEnvironments();
		requireOtherTenantIsCharged(run, ledger, order);
		run.function().renewEnvironments();
		requireContradictionIsRefused(run, ledger, order, order.withAmount(order.amount() + 100));
		run.function().renewEnvironments();
		requireContradictionIsRefused(run, ledger, order, order.withCurrency("USD"));
	}

	private static void deliverDifferentOrders(Run run, Ledger ledger) throws Exception {
		List<PaidOrder> orders = PaidOrder.next(run, AT_ONCE);
		List<Result> results = deliverAtOnce(run, ledger, orders);
		for (int i = 0; i < AT_ONCE; i++) {
			ledger.requireOneCharge(orders.get(i), results.get(i));
		}
	}

	// After this there is a warm environment for as many deliveries to come.
	private static List<Result> deliverAtOnce(Run run, Ledger ledger, List<PaidOrder> orders) throws Exception {
		Gathering gathering = new Gathering(orders.size(), orders.size(), PATIENCE);
		ledger.provider().gather(orders, gathering);
		List<Result> results = run.atOnce(orders.stream()
			.<Callable<Result>>map((order) -> () -> ending(gathering, () -> deliver(run, order)))
			.toList());
		ledger.provider().stopGathering();
		return results;
	}

	private static void deliverOneOrderAtOnce(Run run, Ledger ledger) throws Exception {
		PaidOrder order = PaidOrder.next(run);
		Gathering gathering = new Gathering(2, AT_ONCE, PATIENCE);
		List<Callable<Result>> deliveries = new ArrayList<>();
		for (int i = 0; i < AT_ONCE; i++) {
			boolean isCall = i % 2 == 1;
			deliveries.add(() -> ending(gathering,
					() -> isCall ? call(run, order, "called with order " + order.id() + " at the same time")
							: deliver(run, order)));
		}
		ledger.provider().gather(List.of(order), gathering);
		List<Result> results = gatherWrites(run).during(() -> run.atOnce(deliveries));
		ledger.provider().stopGathering();
		Result last = deliver(run, order);
		ledger.requireOneCharge(order, last);
		requireOneAnswer(order, List.of(results.get(1), results.get(3)));
	}

	// Whoever looks before writing has looked when the first write takes place: without
	// this, a window of milliseconds would decide.
	private static Fault gatherWrites(Run run) {
		return run.faults()
			.on("dynamodb", "PutItem", "UpdateItem", "TransactWriteItems", "BatchWriteItem", "ExecuteStatement",
					"ExecuteTransaction", "BatchExecuteStatement")
			.resource(run.table("Ledger").name())
			.gather(2, Duration.ofSeconds(3));
	}

	private static Result ending(Gathering gathering, Supplier<Result> delivery) {
		try {
			return delivery.get();
		}
		finally {
			gathering.end();
		}
	}

	private static void deliverThroughTheQueue(Run run, Ledger ledger) {
		PaidOrder order = PaidOrder.next(run);
		for (int n = 1; n <= 3; n++) {
			if (n == 3) {
				run.function().renewEnvironments();
			}
			String messageId = run.queue("Orders")
				.send(order.event(), "sent order " + order.id() + " to the queue, message " + n + " of 3");
			run.await("message " + messageId + " to be delivered", Duration.ofSeconds(25))
				.untilPlatform(() -> isDelivered(run, messageId));
		}
		ledger.requireOneCharge(order, deliver(run, order));
	}

	private static boolean isDelivered(Run run, String messageId) {
		return run.function()
			.timeline()
			.invocations()
			.stream()
			.filter((invocation) -> invocation.endMs() != null)
			.anyMatch((invocation) -> String.valueOf(invocation.event().text()).contains(messageId));
	}

	private static void requireOneAnswer(PaidOrder order, List<Result> calls) {
		List<Result> answered = calls.stream().filter(Result::succeeded).toList();
		if (answered.size() == 2 && !same(answered.getFirst(), answered.getLast())) {
			throw LearnerFailure
				.because("Two calls with order %s at the same time got different answers: %s and %s.", order.id(),
						answered.getFirst().shown(), answered.getLast().shown())
				.expected("the same answer, or an error for one of them")
				.observed("%s and %s", answered.getFirst().shown(), answered.getLast().shown())
				.evidence(answered.getLast());
		}
	}

	private static void requireSameAnswer(PaidOrder order, String time, Result first, Result again) {
		if (!again.succeeded()) {
			throw LearnerFailure
				.because("The %s call with order %s ended with %s instead of the first answer.", time, order.id(),
						Ledger.error(again))
				.expected("%s", first.shown())
				.observed("%s", again.shown())
				.evidence(again)
				.at(again.place());
		}
		if (!same(first, again)) {
			throw LearnerFailure
				.because("The %s call with order %s was answered with %s; expected the first answer, %s.", time,
						order.id(), again.shown(), first.shown())
				.expected("%s", first.shown())
				.observed("%s", again.shown())
				.evidence(again);
		}
	}

	private static void requireOtherTenantIsCharged(Run run, Ledger ledger, PaidOrder order) {
		PaidOrder other = order.ofTenant(order.tenant() + "-2").withAmount(order.amount() + 500);
		Result result = call(run, other, "called with order " + other.id() + " of tenant " + other.tenant());
		if (ledger.provider().chargesOf(other).isEmpty()) {
			throw LearnerFailure
				.because("Order %s of tenant %s was not charged: it was taken for the order %s of tenant %s (%s).",
						other.id(), other.tenant(), order.id(), order.tenant(),
						result.succeeded() ? "the answer was " + result.shown() : Ledger.error(result))
				.expected("a charge of %d cents for tenant %s", other.amount(), other.tenant())
				.observed("no charge for tenant %s", other.tenant())
				.evidence(result)
				.at(result.place());
		}
		PaymentProvider.Charge charge = ledger.requireOneCharge(other, result);
		result.requireField("chargeId", charge.id()).requireField("amount", other.amount());
	}

	private static void requireContradictionIsRefused(Run run, Ledger ledger, PaidOrder order, PaidOrder changed) {
		String what = (changed.amount() != order.amount()) ? "amount" : "currency";
		Result result = call(run, changed, "called with order " + order.id() + " and another " + what);
		List<PaymentProvider.Charge> charges = ledger.provider().chargesOf(order);
		if (charges.size() > 1) {
			throw LearnerFailure
				.because("Order %s was charged again with another %s: %s, then %s; expected an error.", order.id(),
						what, order.price(), changed.price())
				.expected("an error, and nothing charged")
				.observed("charges at %s", ledger.moments(charges))
				.evidence(ledger.requests(order));
		}
		if (result.succeeded()) {
			throw LearnerFailure
				.because("A different %s was swallowed as a duplicate: order %s was charged with %s, came again with "
						+ "%s, and was answered with %s; expected an error.", what, order.id(), order.price(),
						changed.price(), result.shown())
				.expected("an error, and nothing charged")
				.observed("%s", result.shown())
				.evidence(result);
		}
	}

	// Whether a claim has ended when a call is repeated must not depend on how fast the
	// machine is: whoever takes an ended one over does so every time.
	private static void outliveClaims(Run run, PaidOrder order) {
		long end = System.nanoTime() + CLAIM_MARGIN.plusSeconds(CLAIM_SECONDS).toNanos();
		run.await("claims of order " + order.id() + " to end", Duration.ofSeconds(30))
			.untilPlatform(() -> System.nanoTime() - end > 0);
	}

	private static Result deliver(Run run, PaidOrder order) {
		return run.function()
			.invoke(SqsEvent.receive(order.message(run)), "delivered order " + order.id() + " as a message");
	}

	private static Result call(Run run, PaidOrder order, String text) {
		return run.function().invoke(order.event(), text);
	}

	private static boolean same(Result first, Result second) {
		return first.json().equals(ChargeOnceGrader::compare, second.json());
	}

	private static int compare(JsonNode first, JsonNode second) {
		if (first.isNumber() && second.isNumber()) {
			return first.decimalValue().compareTo(second.decimalValue());
		}
		return first.equals(second) ? 0 : 1;
	}

}
