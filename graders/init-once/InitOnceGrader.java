package academy.coldstart.graders.initonce;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import academy.coldstart.grader.Calls;
import academy.coldstart.grader.Check;
import academy.coldstart.grader.Furnish;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Order;
import academy.coldstart.grader.Prepare;
import academy.coldstart.grader.Run;
import academy.coldstart.grader.Setup;
import academy.coldstart.trace.AwsCall;
import org.junit.jupiter.api.Timeout;

/**
 * Sends orders in a row and counts what is prepared for them, changes what may change
 * between two orders, and makes the first read fail.
 */
class InitOnceGrader {

	private static final int CONNECTIONS = 2;

	/** Values are seldom kept for less than a second. */
	private static final int EXPIRY_MS = 1000;

	@Prepare
	static void prepare(Setup setup) {
		setup.parameter("VatRates", VatRates.of(setup.seed()).toString());
	}

	@Furnish
	static void furnish(Run run) {
		Shop.of(run);
	}

	@Check("C1")
	@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void theRatesAreReadOnce(Run run) {
		Calls reads = TwentyOrders.of(run).calls().service("ssm").logical();
		if (reads.count() > 1) {
			throw LearnerFailure
				.because("VAT was read %d times for %d orders in one environment; it does not change between orders.%s",
						reads.count(), TwentyOrders.COUNT, age(reads))
				.expected("1 read of %s", VatRates.PARAMETER)
				.observed("%d reads, at %s", reads.count(), reads.times())
				.evidence(reads)
				.at(run.place(reads));
		}
		if (reads.isEmpty()) {
			throw LearnerFailure
				.because("VAT was never read: %d orders were answered with no call to Systems Manager. %s",
						TwentyOrders.COUNT,
						"The parameter %s says %s.".formatted(VatRates.PARAMETER, Shop.of(run).rates()))
				.expected("1 read of %s", VatRates.PARAMETER)
				.observed("no read");
		}
	}

	@Check("C2")
	@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void clientsKeepTheirConnections(Run run) {
		TwentyOrders orders = TwentyOrders.of(run);
		Calls lookups = orders.calls().service("dynamodb");
		if (lookups.isEmpty()) {
			throw LearnerFailure
				.because("%d orders were answered with no call to DynamoDB, where the prices are.", TwentyOrders.COUNT)
				.expected("articles read from the price list")
				.observed("no call");
		}
		for (String service : new TreeSet<>(List.of("dynamodb", "ssm"))) {
			requireFewConnections(run, service, orders.calls().service(service), orders.warmMs());
		}
	}

	@Check("C3")
	@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void everyOrderIsPricedRightly(Run run) {
		Shop shop = Shop.of(run);
		Order first = shop.order();
		Order second = shop.order();
		price(shop, first, "sent order " + first.orderId());
		price(shop, second, "sent order " + second.orderId());
		first = first.withLines(first.lines().stream().map(InitOnceGrader::more).toList());
		price(shop, first, "sent order " + first.orderId() + " again, with larger quantities");
		shop.prices().change(second.lines().getFirst().sku());
		price(shop, second, "sent order " + second.orderId() + " again");
		shop.deployOtherRates();
		Order third = shop.order();
		price(shop, third, "sent order " + third.orderId());
		price(shop, first, "sent order " + first.orderId() + " once more");
	}

	@Check("C4")
	@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void aFailureIsNotKept(Run run) {
		Outage outage = Outage.of(run);
		outage.passes();
		outage.isRepeatedAway();
	}

	private static String age(Calls reads) {
		double gap = Double.MAX_VALUE;
		for (int n = 1; n < reads.count(); n++) {
			gap = Math.min(gap, reads.list().get(n).startMs() - reads.list().get(n - 1).startMs());
		}
		return (reads.count() > TwentyOrders.COUNT / 2 || gap < EXPIRY_MS) ? ""
				: String.format(Locale.ROOT, " The reads are at least %.1f s apart: what is kept expires too early.",
						gap / 1000);
	}

	private static void price(Shop shop, Order order, String text) {
		WrongAnswer.refuse(shop, order, shop.send(order, text));
	}

	private static Order.Line more(Order.Line line) {
		return new Order.Line(line.sku(), line.qty() + 2);
	}

	private static void requireFewConnections(Run run, String service, Calls calls, double warmMs) {
		// The largest pool is full after a few orders: from then on, connections are only
		// replaced.
		Map<String, AwsCall> firsts = calls.list()
			.stream()
			.collect(Collectors.toMap(AwsCall::connection, (call) -> call, (first, later) -> first));
		long late = firsts.values().stream().filter((call) -> call.startMs() >= warmMs).count();
		if (firsts.size() > CONNECTIONS && late > 1) {
			Calls opening = calls.matching(firsts::containsValue);
			throw LearnerFailure
				.because("%d new connections to %s for %d orders: a client is being rebuilt.", firsts.size(),
						name(service), TwentyOrders.COUNT)
				.expected("at most %d connections, kept from order to order", CONNECTIONS)
				.observed("%d connections, opened at %s", firsts.size(), opening.times())
				.evidence(opening)
				.at(run.place(opening));
		}
	}

	private static String name(String service) {
		return service.equals("ssm") ? "Systems Manager" : "DynamoDB";
	}

}
