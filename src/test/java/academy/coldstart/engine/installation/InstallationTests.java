package academy.coldstart.engine.installation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InstallationTests {

	@TempDir
	private Path cache = Path.of("");

	private final List<String> done = new CopyOnWriteArrayList<>();

	private final List<String> sentences = new ArrayList<>();

	@Test
	void runsTheStepsInOrderAndSaysHowFarItIs() {
		Kit kit = installation(new Step("one", false), new Step("two", false)).complete(this.sentences::add);
		assertThat(this.done).containsExactly("one", "two");
		assertThat(this.sentences).containsExactly("Installing the engine: step 1 of 2, step one (a second).",
				"Installing the engine: step 2 of 2, step two (a second).");
		assertThat(kit.directory()).isEqualTo(this.cache.resolve("kit"));
	}

	@Test
	void doesNothingWhenItIsComplete() {
		installation(new Step("one", false)).complete(this.sentences::add);
		installation(new Step("one", false)).complete(this.sentences::add);
		assertThat(this.done).containsExactly("one");
	}

	@Test
	void goesOnAfterTheLastCompletedStep() {
		Step two = new Step("two", true);
		assertThatThrownBy(() -> installation(new Step("one", false), two).complete(this.sentences::add))
			.isInstanceOf(InstallationFailed.class);
		two.fails.set(false);
		installation(new Step("one", false), two).complete(this.sentences::add);
		assertThat(this.done).containsExactly("one", "two");
	}

	@Test
	void goesOnWithoutAnOptionalStepAndTriesItAgainNextTime() {
		Step optional = new Step("optional", true, true);
		Installation first = installation(optional, new Step("two", false));
		first.complete(this.sentences::add);
		assertThat(first.failure("optional")).map(Throwable::getMessage).contains("It failed.");
		assertThat(this.done).containsExactly("two");
		optional.fails.set(false);
		Installation second = installation(optional, new Step("two", false));
		second.complete(this.sentences::add);
		assertThat(second.failure("optional")).isEmpty();
		assertThat(this.done).containsExactly("two", "optional");
	}

	@Test
	void runsOnceWhenTwoWantTheSame() {
		CompletableFuture<Kit> first = CompletableFuture
			.supplyAsync(() -> installation(new Step("one", false)).complete((sentence) -> {
			}));
		CompletableFuture<Kit> second = CompletableFuture
			.supplyAsync(() -> installation(new Step("one", false)).complete((sentence) -> {
			}));
		assertThat(first.join()).isEqualTo(second.join());
		assertThat(this.done).containsExactly("one");
	}

	@Test
	void saysWhichFolderCannotBeWritten() throws Exception {
		Path file = Files.createFile(this.cache.resolve("a-file"));
		assertThatThrownBy(() -> new Installation(file, "kit", List.of()).complete(this.sentences::add))
			.isInstanceOf(InstallationFailed.class)
			.hasMessageContaining("could not be written")
			.satisfies((failure) -> assertThat(((InstallationFailed) failure).remedies()).isNotEmpty());
	}

	private Installation installation(InstallationStep... steps) {
		return new Installation(this.cache, "kit", List.of(steps));
	}

	private final class Step implements InstallationStep {

		private final String name;

		private final AtomicBoolean fails;

		private final boolean optional;

		private Step(String name, boolean fails) {
			this(name, fails, false);
		}

		private Step(String name, boolean fails, boolean optional) {
			this.name = name;
			this.optional = optional;
			this.fails = new AtomicBoolean(fails);
		}

		@Override
		public String title() {
			return "step " + this.name + " (a second)";
		}

		@Override
		public String name() {
			return this.name;
		}

		@Override
		public boolean isOptional() {
			return this.optional;
		}

		@Override
		public void run(Kit kit) {
			if (this.fails.get()) {
				throw new InstallationFailed("It failed.");
			}
			InstallationTests.this.done.add(this.name);
		}

	}

}
