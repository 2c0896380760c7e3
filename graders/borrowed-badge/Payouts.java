package academy.coldstart.graders.borrowedbadge;

import java.util.Map;

import academy.coldstart.grader.Aws;
import academy.coldstart.grader.DeployedFunction;
import academy.coldstart.grader.Run;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * What payouts need: sums in a table, and the limit of the bank in its own Region.
 *
 * @param run the run
 * @param limit the limit of the bank
 * @param elsewhere what a parameter of the same name says in the Region of the function
 */
record Payouts(Run run, int limit, int elsewhere) {

	/** Where the bank is. */
	static final Region BANK = Region.EU_CENTRAL_1;

	private static final String LIMIT = "/larkspur/bank/limit";

	/**
	 * Prepare the Regions.
	 * @param run the run
	 * @return the payouts
	 */
	static Payouts open(Run run) {
		Payouts payouts = new Payouts(run, 500 + run.random().nextInt(400), 50 + run.random().nextInt(40));
		payouts.put(BANK, payouts.limit());
		payouts.put(Aws.REGION, payouts.elsewhere());
		return payouts;
	}

	DeployedFunction function() {
		return this.run.function();
	}

	/**
	 * Make a payout.
	 * @param text what is done, for the timeline
	 * @return what became of it
	 */
	Payout pay(String text) {
		return pay(-100, text);
	}

	/**
	 * Make a payout of a sum near the limit.
	 * @param over by how much the sum is above the limit, or below it when negative
	 * @param text what is done, for the timeline
	 * @return what became of it
	 */
	Payout pay(int over, String text) {
		String id = "p-" + this.run.orders().next().orderId().substring(2);
		int sum = owe(id, over);
		return new Payout(this, id, Math.min(sum, this.limit), function().invoke(Map.of("payoutId", id), text));
	}

	/**
	 * Put the sum of a payout into the table.
	 * @param id the id of the payout
	 * @param over by how much the sum is above the limit, or below it when negative
	 * @return the sum
	 */
	int owe(String id, int over) {
		int sum = this.limit + over;
		this.run.table("Sums")
			.put(Map.of("payoutId", AttributeValue.fromS(id), "sum", AttributeValue.fromN(String.valueOf(sum))),
					"put the sum of payout " + id + " into the table");
		return sum;
	}

	private void put(Region region, int value) {
		this.run.act("set the limit in " + region + " to " + value,
				() -> this.run.aws()
					.in(region)
					.ssm()
					.putParameter((request) -> request.name(LIMIT)
						.type(ParameterType.STRING)
						.overwrite(true)
						.value(String.valueOf(value))));
	}

}
