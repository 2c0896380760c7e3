package academy.coldstart.graders.wherefailuresgo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import academy.coldstart.grader.Run;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Invocation;
import org.jspecify.annotations.Nullable;

/**
 * Where something about the hopeless order has to arrive, or be turned away, before it is
 * clear what is left of it.
 *
 * @param records where records go
 * @param deadLetters where dead letters go
 * @param shelves the queues that nobody reads
 * @param mark the moment before the order was handed over
 */
record Ends(Way records, Way deadLetters, Shelves shelves, double mark) {

	/** A function in between may be tried again for so long. */
	private static final Duration RETRIES = Duration.ofSeconds(15);

	private static final Duration QUIET = Duration.ofSeconds(2);

	/**
	 * Find an end that nothing has come to.
	 * @param seen what is left
	 * @param stillness how long nothing has happened
	 * @return its ARN, or null when everything is where it goes
	 */
	@Nullable String open(Aftermath seen, Stillness stillness) {
		return Stream.concat(open(this.records, seen, true), open(this.deadLetters, seen, false))
			.findFirst()
			.orElseGet(() -> openFunction(seen, stillness));
	}

	/**
	 * Tell whether a call without the order in it was made on one of the ways.
	 * @param call the call
	 * @param function the function that made it, or empty for the engine
	 * @return whether it invokes a function that is reached, or one of those made it
	 */
	boolean concerns(AwsCall call, Optional<String> function) {
		String known = function.orElseGet(() -> call.service().equals("lambda") ? String.valueOf(call.resource()) : "");
		return Stream.of(this.records, this.deadLetters).anyMatch((way) -> way.to(known).isPresent());
	}

	private Stream<String> open(Way way, Aftermath seen, boolean record) {
		return way.queues()
			.stream()
			.filter((hop) -> this.shelves.includes(hop.arn()) && !hop.arn().endsWith(".fifo"))
			.filter((hop) -> !isDenied(way, hop, seen) && !hasArrived(hop, seen, record))
			.map(Hop::arn);
	}

	private boolean hasArrived(Hop hop, Aftermath seen, boolean record) {
		boolean found = (record ? seen.records() : seen.finds()).stream()
			.anyMatch((find) -> find.queue().name().equals(Names.last(hop.arn())));
		return found || (!hop.whole() && !calls(seen, hop).filter(AwsCall::succeeded).toList().isEmpty());
	}

	private Stream<AwsCall> calls(Aftermath seen, Hop hop) {
		return run(seen).trace()
			.calls()
			.since(this.mark)
			.list()
			.stream()
			.filter((call) -> call.environment() == null && Names.last(hop.arn()).equals(call.resource()));
	}

	private static boolean isDenied(Way way, Hop hop, Aftermath seen) {
		List<String> names = way.path(hop.arn()).stream().map(Names::last).toList();
		return !seen.denied().matching((call) -> names.contains(call.resource())).isEmpty();
	}

	// What a function sends on is known when it has ended, and is not tried again.
	private @Nullable String openFunction(Aftermath seen, Stillness stillness) {
		for (Way way : List.of(this.records, this.deadLetters)) {
			for (Hop hop : way.functions()) {
				if (!isDenied(way, hop, seen) && !isOver(hop, seen, stillness)) {
					return hop.arn();
				}
			}
		}
		return null;
	}

	private static boolean isOver(Hop hop, Aftermath seen, Stillness stillness) {
		if (Names.last(hop.arn()).equals(seen.live().function().name())) {
			return true;
		}
		Between between = new Between(run(seen), hop.arn());
		if (between.neverRuns()) {
			return true;
		}
		List<Invocation> runs = between.runs(seen.hopeless());
		return runs.stream().anyMatch((one) -> one.endMs() != null)
				&& stillness.lasts(between.hasFailed(runs) ? RETRIES : QUIET);
	}

	private static Run run(Aftermath seen) {
		return seen.live().run();
	}

}
