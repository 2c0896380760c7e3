package academy.coldstart.graders.secretkeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import academy.coldstart.grader.DeployedFunction;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Result;
import academy.coldstart.grader.Run;

/**
 * The checkout: it sends orders to the function, one after the other.
 */
final class Till {

	private static final String FUNCTION = "ChargeFunction";

	private static final int MAX_SECONDS = 15;

	private final Run run;

	private final PaymentProvider provider;

	private final Vault vault;

	private final List<Result> results = new ArrayList<>();

	private Till(Run run, PaymentProvider provider, Vault vault) {
		this.run = run;
		this.provider = provider;
		this.vault = vault;
	}

	/**
	 * Return the checkout of a run.
	 * @param run the run
	 * @return the one of this run
	 */
	static Till of(Run run) {
		PaymentProvider provider = run.companion(PaymentProvider.class);
		return run.once(Till.class, () -> {
			requireTimeLimit(run);
			return new Till(run, provider, Vault.open(run, provider));
		});
	}

	private static void requireTimeLimit(Run run) {
		DeployedFunction function = run.function(FUNCTION);
		int seconds = function.configuration().timeout();
		if (seconds > MAX_SECONDS) {
			throw LearnerFailure
				.because("%s has a time limit of %d s, and the checkout waits for %d s at most.", FUNCTION, seconds,
						MAX_SECONDS)
				.expected("a Timeout of %d at most", MAX_SECONDS)
				.observed("%d", seconds)
				.at(run.stack().place(function.name(), "Timeout"));
		}
	}

	Run run() {
		return this.run;
	}

	PaymentProvider provider() {
		return this.provider;
	}

	Vault vault() {
		return this.vault;
	}

	DeployedFunction function() {
		return this.run.function(FUNCTION);
	}

	/**
	 * Send a new order.
	 * @param text what is special about it, for the timeline, or an empty text
	 * @return what became of it
	 */
	Sale sell(String text) {
		return sell(PaidOrder.next(this.run), text);
	}

	/**
	 * Send a new order that the provider refuses to charge for another reason than the
	 * key.
	 * @param status what it answers
	 * @return what became of it
	 */
	Sale sellInVain(int status) {
		PaidOrder order = PaidOrder.next(this.run);
		this.provider.trouble(order, status);
		return sell(order, ", which the payment provider answers with " + status);
	}

	Sale sell(PaidOrder order, String text) {
		return new Sale(this, order, send(order.event(), order, text), !this.provider.chargesOf(order).isEmpty());
	}

	/** Send an order that has no amount. */
	void sellWithoutAmount() {
		PaidOrder order = PaidOrder.next(this.run);
		send(order.withoutAmount(), order, " without its amount");
	}

	/**
	 * Return everything that the function has answered up to now.
	 * @return the results
	 */
	List<Result> results() {
		return List.copyOf(this.results);
	}

	private Result send(Map<String, Object> event, PaidOrder order, String text) {
		Result result = function().invoke(event, "sent order " + order.id() + text);
		this.results.add(result);
		return result;
	}

}
