package academy.coldstart.graders.onebadapple;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import academy.coldstart.grader.Companion;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Order;
import academy.coldstart.grader.Result;
import academy.coldstart.grader.TraceView;
import academy.coldstart.graders.onebadapple.OrderMessage.Kind;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class JudgeTests {

	private static final TraceView NOTHING = new TraceView(
			new TraceRecorder(1, new AccountId("111122223333"), Clock.systemUTC()).snapshot());

	private final MailService service = new MailService(new Random(1));

	private final List<Batch.Entry> entries = new ArrayList<>();

	@Test
	void acceptsThatGoodOrdersAreMailedAndBadOnesReturn() {
		mailed(add("a", Kind.GOOD, null));
		add("b", Kind.UNREADABLE, null);
		mailed(add("c", Kind.GOOD, null));
		assertThatNoException().isThrownBy(() -> answered("b").requireStandard());
	}

	@Test
	void refusesThatAMailedOrderReturns() {
		mailed(add("a", Kind.GOOD, null));
		add("b", Kind.UNREADABLE, null);
		assertThatExceptionOfType(LearnerFailure.class).isThrownBy(() -> failed("KeyError").requireStandard())
			.withMessageContaining("treated as full failure")
			.withMessageContaining("order o-a was mailed, and returns to the queue");
	}

	@Test
	void refusesThatAnOrderIsLost() {
		mailed(add("a", Kind.GOOD, null));
		add("b", Kind.UNREADABLE, null);
		assertThatExceptionOfType(LearnerFailure.class).isThrownBy(() -> answered().requireStandard())
			.withMessageContaining("treated as full success")
			.withMessageContaining("order o-b (its body is no JSON) was not mailed and does not return: it is lost");
	}

	@Test
	void refusesThatGoodOrdersAreGivenBackUntouched() {
		add("a", Kind.GOOD, null);
		add("b", Kind.UNREADABLE, null);
		assertThatExceptionOfType(LearnerFailure.class).isThrownBy(() -> answered("a", "b").requireStandard())
			.withMessageContaining("order o-a is a good order, and was given back without a mail");
	}

	@Test
	void acceptsThatABusyServiceWasAskedTwice() {
		mailed(add("a", Kind.BUSY, null));
		assertThatNoException().isThrownBy(() -> answered().requireStandard());
	}

	@Test
	void acceptsThatAFifoGroupWaitsBehindItsFailureAndOthersGoOn() {
		fifoBatch();
		mailed("a1", "b1", "b2");
		assertThatNoException().isThrownBy(() -> answered("a2", "a3").requireFifo());
	}

	@Test
	void acceptsThatAllOfAFifoBatchWaitsBehindTheFirstFailure() {
		fifoBatch();
		mailed("a1", "b1");
		assertThatNoException().isThrownBy(() -> answered("a2", "a3", "b2").requireFifo());
	}

	@Test
	void refusesThatAnOrderOvertakesAFailedOneOfItsGroup() {
		fifoBatch();
		mailed("a1", "b1", "a3", "b2");
		assertThatExceptionOfType(LearnerFailure.class).isThrownBy(() -> answered("a2").requireFifo())
			.withMessageContaining("Order o-a3 overtook failed o-a2 (the mail service refuses it)");
	}

	@Test
	void refusesThatTheRestOfAFifoGroupIsForgotten() {
		fifoBatch();
		mailed("a1", "b1", "b2");
		assertThatExceptionOfType(LearnerFailure.class).isThrownBy(() -> answered("a2").requireFifo())
			.withMessageContaining("order o-a3 was not mailed and does not return: it is lost");
	}

	@Test
	void refusesThatAFifoBatchReturnsFromItsBeginning() {
		fifoBatch();
		assertThatExceptionOfType(LearnerFailure.class)
			.isThrownBy(() -> answered("a1", "b1", "a2", "a3", "b2").requireFifo())
			.withMessageContaining("order o-a1 was given back without a mail, although nothing before it had failed");
	}

	private void fifoBatch() {
		add("a1", Kind.GOOD, "A");
		add("b1", Kind.GOOD, "B");
		add("a2", Kind.UNADDRESSED, "A");
		add("a3", Kind.GOOD, "A");
		add("b2", Kind.GOOD, "B");
	}

	private OrderMessage add(String id, Kind kind, @Nullable String group) {
		Order order = new Order(1, "o-" + id, "t-fern", "c-1", "EUR", List.of(new Order.Line("FERN-2L", 2)), "x");
		OrderMessage message = new OrderMessage(order, kind, group);
		this.service.expect(message);
		this.entries.add(new Batch.Entry(id, message, 1));
		return message;
	}

	private void mailed(String... ids) {
		for (String id : ids) {
			this.entries.stream()
				.filter((entry) -> entry.messageId().equals(id))
				.forEach((entry) -> mailed(entry.message()));
		}
	}

	private void mailed(OrderMessage message) {
		this.service.settle(message);
		this.service.answer(
				new Companion.Request("POST", "/mails", Map.of(),
						"{\"orderId\":\"%s\",\"tenantId\":\"t-fern\",\"customerId\":\"c-1\"}".formatted(message.id())),
				new Companion.Caller() {

					@Override
					public String environment() {
						return "e1";
					}

					@Override
					public void kill() {
						throw new IllegalStateException("Nobody is killed here");
					}

				});
	}

	private Judge answered(String... ids) {
		List<Map<String, String>> items = Arrays.stream(ids).map((id) -> Map.of("itemIdentifier", id)).toList();
		return judge(JsonMapper.builder().build().writeValueAsString(Map.of("batchItemFailures", items)), null);
	}

	private Judge failed(String type) {
		return judge("{\"errorType\":\"%s\",\"errorMessage\":\"no\"}".formatted(type), "Unhandled");
	}

	private Judge judge(String payload, @Nullable String error) {
		Result result = new Result("r-1", payload, error, "", 0, 1, NOTHING, null);
		return new Judge(this.service, new Batch("arn:aws:sqs:us-east-1:111122223333:q", this.entries), result,
				"A batch");
	}

}
