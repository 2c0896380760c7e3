package academy.coldstart.execution;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process ends before its runtime has said anything. Either the code of the function
 * ended it, or the runtime cannot start here.
 */
class StartTrialIntegrationTests {

	private static final String ENDS_AT_ONCE = "import os\n\nos._exit(7)\n";

	private static final String RIGHT = "def handler(event, context):\n    return event\n";

	@Nested
	class WhenTheRuntimeWorks {

		@RegisterExtension
		final HostExtension extension = new HostExtension();

		@Test
		void theCodeIsToBlameThatEndsItsProcess() {
			TestHost host = this.extension.host();
			assertThat(host.python(ENDS_AT_ONCE).start().body().toString()).contains("Runtime.ExitError");

			assertThat(host.host().fault()).isEmpty();
		}

		@Test
		void theTraceOfTheFunctionKnowsNothingOfTheTrial() {
			TestHost host = this.extension.host();
			host.python(ENDS_AT_ONCE).start();
			int before = host.trace().environments().size();

			assertThat(host.host().fault()).isEmpty();

			assertThat(host.trace().environments()).hasSize(before);
		}

	}

	@Nested
	class WhenTheInterpreterIsMissing {

		@RegisterExtension
		final HostExtension extension = new HostExtension(
				new StartedOtherwise((line) -> List.of("/nowhere/python3", line.getLast())));

		@Test
		void nobodyIsBlamedForRightCode() {
			TestHost host = this.extension.host();
			assertThat(host.python(RIGHT).start().status()).isNotEqualTo(200);

			assertThat(host.host().fault()).hasValueSatisfying((fault) -> assertThat(fault).contains(
					"The runtime python3.13 does not start on this machine, even without any code of a function"));
		}

	}

	@Nested
	class WhenTheBootstrapIsMissing {

		@RegisterExtension
		final HostExtension extension = new HostExtension(
				new StartedOtherwise((line) -> List.of(line.getFirst(), "/nowhere/bootstrap.py")));

		@Test
		void nobodyIsBlamedForRightCode() {
			TestHost host = this.extension.host();
			assertThat(host.python(RIGHT).start().status()).isNotEqualTo(200);

			assertThat(host.host().fault()).isPresent();
			assertThat(host.host().fault()).as("asked again").isPresent();
		}

	}

	/**
	 * Python with another command line.
	 *
	 * @param python the runtime as it should be
	 * @param change what becomes of its command line
	 */
	private record StartedOtherwise(LanguageRuntime python,
			UnaryOperator<List<String>> change) implements LanguageRuntime {

		StartedOtherwise(UnaryOperator<List<String>> change) {
			this(PythonFixture.runtime(), change);
		}

		@Override
		public boolean runs(String runtime) {
			return this.python.runs(runtime);
		}

		@Override
		public Optional<String> unavailable() {
			return this.python.unavailable();
		}

		@Override
		public String version() {
			return this.python.version();
		}

		@Override
		public List<Path> directories() {
			return this.python.directories();
		}

		@Override
		public Path runtimeDirectory() {
			return this.python.runtimeDirectory();
		}

		@Override
		public List<String> commandLine(Launch launch) {
			return this.change.apply(this.python.commandLine(launch));
		}

	}

}
