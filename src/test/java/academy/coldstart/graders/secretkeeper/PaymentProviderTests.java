package academy.coldstart.graders.secretkeeper;

import java.util.List;
import java.util.Map;
import java.util.Random;

import academy.coldstart.grader.Companion;
import academy.coldstart.grader.Order;
import academy.coldstart.graders.secretkeeper.PaymentProvider.Attempt;
import academy.coldstart.graders.secretkeeper.PaymentProvider.Credential;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaymentProviderTests {

	private static final String BODY = "{\"orderId\":\"o-17\",\"tenantId\":\"t-fern\",\"amount\":1999,\"currency\":\"EUR\"}";

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

	private int post(String authorization, String body) {
		return this.provider
			.answer(new Companion.Request("POST", "/charges", Map.of("authorization", authorization), body),
					this.caller)
			.status();
	}

	@Test
	void chargesForEveryRequestWithTheNewestKey() {
		String key = this.provider.keys().getLast();
		assertThat(post("Bearer " + key, BODY)).isEqualTo(201);
		assertThat(post("bearer  " + key, BODY)).isEqualTo(201);
		assertThat(this.provider.chargesOf(ORDER)).hasSize(2);
	}

	@Test
	void refusesAKeyThatIsNotAcceptedYet() {
		String first = this.provider.keys().getLast();
		assertThat(post("Bearer " + this.provider.makeKey(), BODY)).isEqualTo(401);
		assertThat(post("Bearer " + first, BODY)).isEqualTo(201);
	}

	@Test
	void refusesAKeyThatWasReplaced() {
		String old = this.provider.keys().getLast();
		String key = this.provider.makeKey();
		this.provider.accept(key);
		assertThat(post("Bearer " + old, BODY)).isEqualTo(401);
		assertThat(post("Bearer " + key, BODY)).isEqualTo(201);
		assertThat(this.provider.chargesOf(ORDER)).hasSize(1);
		assertThat(this.provider.attemptsFor(ORDER)).containsExactly(new Attempt("o-17", Credential.OLD),
				new Attempt("o-17", Credential.CURRENT));
	}

	@Test
	void refusesWhatIsNoKey() {
		assertThat(post("", BODY)).isEqualTo(401);
		assertThat(post("Basic " + this.provider.keys().getLast(), BODY)).isEqualTo(401);
		assertThat(post("Bearer something", "no JSON")).isEqualTo(401);
	}

	@Test
	void refusesEveryKeyWhileItIsSuspended() {
		String key = "Bearer " + this.provider.keys().getLast();
		this.provider.suspend(true);
		assertThat(post(key, BODY)).isEqualTo(401);
		this.provider.suspend(false);
		assertThat(post(key, BODY)).isEqualTo(201);
	}

	@Test
	void answersTroubledOrdersWithTheirTrouble() {
		this.provider.trouble(ORDER, 402);
		assertThat(post("Bearer " + this.provider.keys().getLast(), BODY)).isEqualTo(402);
		assertThat(this.provider.chargesOf(ORDER)).isEmpty();
	}

	@Test
	void wantsACompleteBody() {
		assertThat(post("Bearer " + this.provider.keys().getLast(), "{\"orderId\":\"o-17\"}")).isEqualTo(400);
		assertThat(this.provider.chargesOf(ORDER)).isEmpty();
	}

	@Test
	void handsOutOtherKeysForOtherSeeds() {
		assertThat(this.provider.keys().getFirst()).startsWith(PaymentProvider.PREFIX)
			.isNotEqualTo(new PaymentProvider(new Random(2)).keys().getFirst());
	}

}
