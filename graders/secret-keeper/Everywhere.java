package academy.coldstart.graders.secretkeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import academy.coldstart.grader.Calls;
import academy.coldstart.grader.Result;
import academy.coldstart.grader.Run;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.LogLine;

/**
 * All places in which others could read the key.
 */
final class Everywhere {

	private static final int SHOWN = 5;

	private final Till till;

	private final Run run;

	private final KeySearch search;

	private final List<Sighting> sightings = new ArrayList<>();

	private Everywhere(Till till) {
		this.till = till;
		this.run = till.run();
		this.search = new KeySearch(till.provider().keys());
	}

	/**
	 * Look everywhere.
	 * @param till the checkout
	 * @return where the key is readable; what takes the least to be read comes first
	 */
	static List<Sighting> look(Till till) {
		Everywhere everywhere = new Everywhere(till);
		everywhere.sightings.addAll(Configuration.look(everywhere.run, everywhere.search));
		everywhere.logs();
		everywhere.answers();
		everywhere.calls();
		return everywhere.sightings;
	}

	private void logs() {
		List<LogLine> lines = this.run.trace()
			.logs()
			.list()
			.stream()
			.filter((line) -> this.search.find(line.text()).isPresent())
			.toList();
		if (!lines.isEmpty()) {
			add(lines.getFirst().text(),
					new Sighting((lines.size() == 1) ? "a line of the log" : lines.size() + " lines of the log",
							"everybody who may read the log reads it there, and it stays as long as the log does",
							lines.stream().limit(SHOWN).map(LogLine::id).toList(), null));
		}
	}

	private void answers() {
		List<Result> telling = this.till.results()
			.stream()
			.filter((result) -> this.search.find(result.payload()).isPresent())
			.toList();
		Stream
			.concat(telling.stream().filter(Result::succeeded).limit(1),
					telling.stream().filter((result) -> !result.succeeded()).limit(1))
			.forEach((result) -> add(result.payload(),
					new Sighting(result.succeeded() ? "an answer of the function" : "an error of the function",
							"whoever calls the function reads it there",
							Stream.of(result.environment()).filter(Objects::nonNull).toList(), result.place())));
	}

	private void calls() {
		Calls calls = this.run.trace()
			.calls()
			.matching((call) -> !call.service().equals(this.till.provider().name()))
			.matching((call) -> this.search.find(sent(call)).isPresent());
		calls.list()
			.stream()
			.findFirst()
			.ifPresent((call) -> add(sent(call),
					new Sighting("what the function sent to %s with %s".formatted(call.service(), call.operation()),
							"a copy of a secret is protected by nothing that protects the secret",
							calls.list().stream().limit(SHOWN).map(AwsCall::id).toList(), this.run.place(calls))));
	}

	private void add(String text, Sighting sighting) {
		this.search.find(text).ifPresent((form) -> this.sightings.add(sighting.in(form)));
	}

	private static String sent(AwsCall call) {
		return String.valueOf(call.request().text());
	}

}
