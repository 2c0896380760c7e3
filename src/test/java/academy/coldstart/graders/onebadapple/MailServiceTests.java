package academy.coldstart.graders.onebadapple;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import academy.coldstart.grader.Companion;
import academy.coldstart.grader.Order;
import academy.coldstart.graders.onebadapple.OrderMessage.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MailServiceTests {

	private final MailService service = new MailService(new Random(1));

	@Test
	void mailsAsOftenAsItIsAsked() {
		OrderMessage order = expect("o-17", Kind.GOOD, null);
		Companion.Answer first = mail(order);
		assertThat(first.status()).isEqualTo(202);
		assertThat(first.body()).contains("\"mailId\":\"m-");
		assertThat(mail(order).status()).isEqualTo(202);
		assertThat(this.service.mails(order)).isEqualTo(2);
	}

	@ParameterizedTest
	@EnumSource(value = Kind.class, names = { "UNREADABLE", "NO_ORDER", "INCOMPLETE", "UNADDRESSED" })
	void neverMailsForPoison(Kind kind) {
		OrderMessage poison = expect("o-17", kind, null);
		assertThat(mail(poison).status()).isEqualTo(422);
		assertThat(this.service.mails(poison)).isZero();
	}

	@Test
	void isBusyOnce() {
		OrderMessage order = expect("o-17", Kind.BUSY, null);
		assertThat(mail(order).status()).isEqualTo(503);
		assertThat(this.service.mails(order)).isZero();
		assertThat(mail(order).status()).isEqualTo(202);
	}

	@Test
	void mailsNobodyElse() {
		OrderMessage order = expect("o-17", Kind.GOOD, null);
		assertThat(post("{\"orderId\":\"o-17\",\"tenantId\":\"t-fern\",\"customerId\":\"c-2\"}").status())
			.isEqualTo(422);
		assertThat(post("{\"orderId\":\"o-18\",\"tenantId\":\"t-fern\",\"customerId\":\"c-1\"}").status())
			.isEqualTo(422);
		assertThat(this.service.mails(order)).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "no json", "null", "{\"orderId\":\"o-17\",\"tenantId\":\"t-fern\"}",
			"{\"orderId\":17,\"tenantId\":\"t-fern\",\"customerId\":\"c-1\"}" })
	void refusesIncompleteBodies(String body) {
		assertThat(post(body).status()).isEqualTo(400);
	}

	@Test
	void knowsOneAddressOnly() {
		assertThat(this.service.answer(new Companion.Request("GET", "/mails", Map.of(), ""), new Nobody()).status())
			.isEqualTo(404);
	}

	@Test
	void tellsTheSequenceOfFirstMails() {
		OrderMessage first = expect("o-1", Kind.GOOD, "c-1");
		OrderMessage second = expect("o-2", Kind.GOOD, "c-1");
		mail(second);
		mail(first);
		mail(second);
		assertThat(this.service.inSequence(List.of(first, second))).containsExactly(second, first);
	}

	@Test
	void noticesMailsOfOneGroupThatAreUnderWayTogether() throws Exception {
		OrderMessage first = expect("o-1", Kind.GOOD, "c-1");
		OrderMessage second = expect("o-2", Kind.GOOD, "c-1");
		this.service.watch("c-1");
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Companion.Answer>> answers = threads.invokeAll(List.of(() -> mail(first), () -> mail(second)));
			for (Future<Companion.Answer> answer : answers) {
				assertThat(answer.get().status()).isEqualTo(202);
			}
		}
		assertThat(this.service.overlap("c-1")).containsExactlyInAnyOrder("o-1", "o-2");
	}

	@Test
	void findsNothingWrongWithOneMailAfterTheOther() {
		OrderMessage first = expect("o-1", Kind.GOOD, "c-1");
		OrderMessage second = expect("o-2", Kind.GOOD, "c-1");
		this.service.watch("c-1");
		mail(first);
		mail(second);
		assertThat(this.service.overlap("c-1")).isEmpty();
	}

	private OrderMessage expect(String id, Kind kind, @Nullable String group) {
		Order order = new Order(1, id, "t-fern", "c-1", "EUR", List.of(new Order.Line("FERN-2L", 2)), "x");
		OrderMessage message = new OrderMessage(order, kind, group);
		this.service.expect(message);
		return message;
	}

	private Companion.Answer mail(OrderMessage message) {
		return post("{\"orderId\":\"%s\",\"tenantId\":\"t-fern\",\"customerId\":\"c-1\"}".formatted(message.id()));
	}

	private Companion.Answer post(String body) {
		return this.service.answer(new Companion.Request("POST", "/mails", Map.of(), body), new Nobody());
	}

	private static final class Nobody implements Companion.Caller {

		@Override
		public String environment() {
			return "e1";
		}

		@Override
		public void kill() {
			throw new IllegalStateException("Nobody is killed here");
		}

	}

}
