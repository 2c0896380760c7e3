package academy.coldstart.grader;

import java.util.HashSet;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OrdersTests {

	@Test
	void dependsOnTheSeedOnly() {
		assertThat(orders(7)).isEqualTo(orders(7)).isNotEqualTo(orders(8));
	}

	@Test
	void neverRepeatsAnId() {
		List<String> ids = orders(7).stream().map(Order::orderId).toList();

		assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
	}

	@Test
	void makesTheSameOrdersApartWhateverOthersMake() {
		Orders quiet = new Orders(new Random(7));
		List<Order> expected = quiet.apart().next(20);
		Orders busy = new Orders(new Random(7));
		Orders apart = busy.apart();

		assertThat(busy.next(20)).doesNotContainAnyElementsOf(expected);
		assertThat(apart.next(20)).isEqualTo(expected);
	}

	@Test
	void writesTheEventThatAllExercisesKnow() {
		Order order = new Order(1, "o-17", "t-fern", "c-1", "EUR",
				List.of(new Order.Line("FERN-2L", 2), new Order.Line("MOSS-1M", 3)), "corr");

		assertThat(order.json()).isEqualTo("{\"schema\":1,\"orderId\":\"o-17\",\"tenantId\":\"t-fern\","
				+ "\"customerId\":\"c-1\",\"currency\":\"EUR\",\"lines\":[{\"sku\":\"FERN-2L\",\"qty\":2},"
				+ "{\"sku\":\"MOSS-1M\",\"qty\":3}],\"correlationId\":\"corr\"}");
		assertThat(order.items()).isEqualTo(5);
	}

	private static List<Order> orders(long seed) {
		return new Orders(new Random(seed)).next(200);
	}

}
