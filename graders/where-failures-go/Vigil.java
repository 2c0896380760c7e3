package academy.coldstart.graders.wherefailuresgo;

import java.time.Duration;
import java.util.Optional;

import academy.coldstart.grader.Calls;
import academy.coldstart.graders.wherefailuresgo.Aftermath.Sent;
import academy.coldstart.trace.AwsCall;
import org.jspecify.annotations.Nullable;

/**
 * Watches two orders until it is clear what becomes of them: each is mailed or given up,
 * and what Lambda sent about the hopeless one has come to every end of its way. How long
 * that takes decides nothing.
 */
final class Vigil {

	/** Where it depends on the speed of the machine whether there is another attempt. */
	private static final Duration NO_RETRY = Duration.ofSeconds(15);

	/** For an end that gets nothing, although another has the record. */
	private static final Duration STRAGGLERS = Duration.ofSeconds(15);

	private final LiveAlias live;

	private final MailService mails;

	private final Shelves shelves;

	private final double mark;

	private final Sent hopeless;

	private final Sent unlucky;

	private final Stillness stillness;

	private @Nullable Ends ends;

	Vigil(LiveAlias live, MailService mails, Shelves shelves, double mark, Sent hopeless, Sent unlucky) {
		this.live = live;
		this.mails = mails;
		this.shelves = shelves;
		this.mark = mark;
		this.hopeless = hopeless;
		this.unlucky = unlucky;
		this.stillness = new Stillness(live.run());
	}

	Object pulse() {
		return this.stillness.pulse();
	}

	Aftermath look() {
		boolean mailed = this.mails.hasMailed(this.unlucky.order());
		return new Aftermath(this.live, this.hopeless, this.unlucky, mailed,
				this.shelves.about(this.hopeless.orderId()), denied());
	}

	boolean isOver(Aftermath seen) {
		return obstacle(seen) == null;
	}

	/**
	 * Look a last time.
	 * @param last what was seen before
	 * @return what is left
	 */
	Aftermath conclude(Aftermath last) {
		String obstacle = obstacle(last);
		if (obstacle != null) {
			throw new IllegalStateException(obstacle);
		}
		this.shelves.look();
		return look();
	}

	private @Nullable String obstacle(Aftermath seen) {
		if (!isGivenUp(seen, this.hopeless) || !(seen.mailed() || isGivenUp(seen, this.unlucky))) {
			return "Lambda has not finished with both orders";
		}
		if (this.ends == null) {
			this.ends = new Ends(seen.recordsWay(), seen.deadLettersWay(), this.shelves, this.mark);
		}
		String open = this.ends.open(seen, this.stillness);
		boolean enough = !seen.records().isEmpty() && this.stillness.lasts(STRAGGLERS);
		return (open == null || enough) ? null
				: "Nothing about order " + this.hopeless.orderId() + " has come to " + open + ", and nothing was denied";
	}

	private boolean isGivenUp(Aftermath seen, Sent sent) {
		Plan plan = Plan.of(this.live);
		long ended = seen.attempts(sent).stream().filter((attempt) -> attempt.endMs() != null).count();
		return ended >= plan.attemptsAtMost() || (plan.isTight() && ended > 0 && this.stillness.lasts(NO_RETRY))
				|| this.shelves.about(sent.orderId()).stream().anyMatch(Find::isFailure);
	}

	// What an alarm sends is about no order. The engine does not tell what it invokes a
	// function with, and what a function makes of a record may be anything.
	private Calls denied() {
		Ends known = this.ends;
		return this.live.run()
			.trace()
			.calls()
			.since(this.mark)
			.denied()
			.matching((call) -> String.valueOf(call.request().text()).contains(this.hopeless.orderId())
					|| (known != null && known.concerns(call, function(call))));
	}

	private Optional<String> function(AwsCall call) {
		return Optional.ofNullable(call.environment())
			.flatMap((id) -> this.live.run().trace().timeline().environment(id))
			.map((environment) -> environment.function());
	}

}
