package academy.coldstart.graders.chargeonce;

import java.util.List;
import java.util.Map;
import java.util.Random;

import academy.coldstart.grader.Companion;
import academy.coldstart.grader.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PaymentProviderTests {

	private static final PaidOrder ORDER = new PaidOrder(
			new Order(1, "o-17", "t-fern", "c-1", "EUR", List.of(new Order.Line("FERN-2L", 2)), "x"), 1999);

	private final PaymentProvider provider = new PaymentProvider(new Random(1));

	private final Companion.Caller caller = new Companion.Caller() {

		@Override
		public String environment() {
			return "e1";
		}

		@Override
		public void kill() {
			throw new UnsupportedOperationException("Nothing is crashed in this test");
		}

	};

	private Companion.Answer post(String body, Map<String, String> headers) {
		return this.provider.answer(new Companion.Request("POST", "/charges", headers, body), this.caller);
	}

	private static String body(int amount) {
		return "{\"orderId\":\"o-17\",\"tenantId\":\"t-fern\",\"amount\":%d,\"currency\":\"EUR\"}".formatted(amount);
	}

	@Test
	void chargesEveryTimeWithoutAKey() {
		assertThat(post(body(1999), Map.of()).status()).isEqualTo(201);
		assertThat(post(body(1999), Map.of()).status()).isEqualTo(201);
		assertThat(this.provider.chargesOf(ORDER)).hasSize(2);
	}

	@Test
	void repeatsTheFirstAnswerForAKnownKey() {
		Companion.Answer first = post(body(1999), Map.of("idempotency-key", "k"));
		Companion.Answer second = post(body(1999), Map.of("idempotency-key", "k"));
		assertThat(first.status()).isEqualTo(201);
		assertThat(second.status()).isEqualTo(200);
		assertThat(second.body()).isEqualTo(first.body()).contains("\"chargeId\":\"ch-").contains("\"amount\":1999");
		assertThat(this.provider.chargesOf(ORDER)).hasSize(1);
	}

	@Test
	void refusesAKnownKeyWithAnotherBody() {
		post(body(1999), Map.of("idempotency-key", "k"));
		assertThat(post(body(2000), Map.of("idempotency-key", "k")).status()).isEqualTo(422);
		assertThat(this.provider.chargesOf(ORDER)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "no json", "{\"orderId\":\"o-17\"}",
			"{\"orderId\":\"o-17\",\"tenantId\":\"t\",\"amount\":19.99,\"currency\":\"EUR\"}" })
	void refusesIncompleteBodies(String body) {
		assertThat(post(body, Map.of()).status()).isEqualTo(400);
	}

	@Test
	void tellsTenantsApart() {
		post(body(1999), Map.of());
		assertThat(this.provider.chargesOf(ORDER.ofTenant("t-moss"))).isEmpty();
	}

	@Test
	void knowsOneAddressOnly() {
		assertThat(this.provider.answer(new Companion.Request("GET", "/charges", Map.of(), ""), this.caller).status())
			.isEqualTo(404);
	}

}
