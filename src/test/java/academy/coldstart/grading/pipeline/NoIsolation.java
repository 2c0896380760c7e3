package academy.coldstart.grading.pipeline;

import java.util.Optional;

import academy.coldstart.isolation.Cell;
import academy.coldstart.isolation.Confinement;
import academy.coldstart.isolation.Isolation;
import academy.coldstart.isolation.Protection;

/**
 * What keeps functions apart where none are run.
 */
final class NoIsolation implements Isolation {

	@Override
	public String describe() {
		return protection().description();
	}

	@Override
	public Protection protection() {
		return new Protection(Protection.Kind.PLAIN, Protection.Accounting.WATCHED, "Nothing runs in this test.");
	}

	@Override
	public Optional<String> unavailable() {
		return Optional.empty();
	}

	@Override
	public Cell open(Confinement confinement) {
		throw new UnsupportedOperationException("Nothing runs in this test");
	}

	@Override
	public void close() {
	}

}
