package academy.coldstart.isolation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import academy.coldstart.isolation.IsolationProperties.Mode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ChosenIsolationTests {

	private static final SandboxIsolation.Attempt NONE = new SandboxIsolation.Attempt.Failed(
			"Bubblewrap was not found.");

	private static final Confinement CONFINEMENT = new Confinement(Path.of("/nowhere"), List.of(), Map.of(), List.of(),
			new Limits(1, 1, 1, 1, 1, 1));

	@Test
	void runsPlainProcessesWhereThereIsNoSandboxAndSaysWhy() {
		try (ChosenIsolation isolation = new ChosenIsolation(Mode.AUTO, () -> NONE, Plain::new)) {
			assertThat(isolation.unavailable()).isEmpty();
			assertThat(isolation.protection().holdsStrangers()).isFalse();
			assertThat(isolation.describe()).contains("Plain processes.").contains("Bubblewrap was not found.");
		}
	}

	@Test
	void runsNothingWithoutASandboxWhereOneHasToBe() {
		try (ChosenIsolation isolation = new ChosenIsolation(Mode.SANDBOX, () -> NONE, Plain::new)) {
			assertThat(isolation.unavailable())
				.hasValueSatisfying((reason) -> assertThat(reason).contains("Bubblewrap was not found."));
			assertThat(isolation.protection().holdsStrangers()).isFalse();
			assertThatIllegalStateException().isThrownBy(() -> isolation.open(CONFINEMENT))
				.withMessageContaining("Bubblewrap was not found.");
		}
	}

	@Test
	void saysThatNoneWasAskedFor() {
		try (ChosenIsolation isolation = new ChosenIsolation(Mode.PLAIN, () -> {
			throw new IllegalStateException("Nobody wants a sandbox here");
		}, Plain::new)) {
			assertThat(isolation.describe()).contains("asks for none");
		}
	}

	private static final class Plain implements Isolation {

		@Override
		public String describe() {
			return "Plain processes.";
		}

		@Override
		public Protection protection() {
			return new Protection(Protection.Kind.PLAIN, Protection.Accounting.WATCHED, describe());
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

}
