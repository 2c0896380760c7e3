package academy.coldstart.graders.borrowedbadge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Result;
import academy.coldstart.trace.AwsCall;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A payout that was asked for.
 *
 * @param payouts what payouts need
 * @param id its id
 * @param amount what has to be paid
 * @param result what the function answered
 */
record Payout(Payouts payouts, String id, int amount, Result result) {

	/**
	 * Demand that it was made as before.
	 * @throws LearnerFailure when it was not
	 */
	void requireRight() {
		strayed().ifPresent((call) -> {
			throw LearnerFailure
				.because("%s went to %s, but the limit of the bank is in %s. The Region stood in the same constructor as "
						+ "the keys.", call.operation(), call.region(), Payouts.BANK)
				.expected("a client for SSM with the Region of BANK_REGION")
				.observed("a call in %s", call.region())
				.evidence(this.result)
				.at(this.payouts.run().place(this.result.calls().service("ssm")));
		});
		this.result.requireField("payoutId", this.id).requireField("amount", this.amount);
		requireStored();
		requireOrdered();
	}

	private Optional<AwsCall> strayed() {
		return this.result.calls()
			.service("ssm")
			.matching((call) -> !call.region().equals(Payouts.BANK.id()))
			.list()
			.stream()
			.findFirst();
	}

	private void requireStored() {
		String paid = this.payouts.run()
			.table("Sums")
			.item(Map.of("payoutId", AttributeValue.fromS(this.id)))
			.flatMap((item) -> Optional.ofNullable(item.get("paid")))
			.map(AttributeValue::n)
			.orElse("nothing");
		if (!paid.equals(String.valueOf(this.amount))) {
			throw LearnerFailure.because("The table Sums has %s as paid for %s, but %d was to be paid.", paid, this.id,
					this.amount)
				.expected("paid %d", this.amount)
				.observed("%s", paid)
				.evidence(this.result);
		}
	}

	private void requireOrdered() {
		List<Integer> ordered = Transfer.sent(this.result.calls())
			.stream()
			.filter((transfer) -> transfer.payout().equals(this.id))
			.map(Transfer::amount)
			.toList();
		if (ordered.isEmpty()) {
			throw LearnerFailure.because("No message about payout %s was sent to the queue Transfers.", this.id)
				.expected("one message with %s", this.id)
				.observed("none")
				.evidence(this.result);
		}
		if (!ordered.equals(List.of(this.amount))) {
			throw LearnerFailure
				.because("For payout %s the queue Transfers got %s, but %d was to be paid, once.", this.id,
						ordered.stream().map(String::valueOf).collect(Collectors.joining(" and ")), this.amount)
				.expected("one message with the amount %d", this.amount)
				.observed("%s", ordered)
				.evidence(this.result);
		}
	}

}
