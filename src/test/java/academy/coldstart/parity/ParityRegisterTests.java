package academy.coldstart.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ParityRegisterTests {

	private static final Path PAGE = Path.of("docs/parity.md");

	private static final Path PATCHES = Path.of("engine/plugin/coldstart_plugin/patches");

	private final ParityRegister register = ParityRegister.load();

	@Test
	void pageIsWhatTheRegisterSays() throws IOException {
		String page = ParityMarkdown.of(this.register);
		if (Boolean.getBoolean("coldstart.parity.write")) {
			Files.writeString(PAGE, page);
		}
		assertThat(Files.readString(PAGE))
			.as("docs/parity.md is not what docs/parity.yaml says. Write it anew with %s", ParityMarkdown.COMMAND)
			.isEqualTo(page);
	}

	@Test
	void everyPatchHasARowAndEveryNamedPatchExists() throws IOException {
		Set<String> named = this.register.behaviors()
			.stream()
			.flatMap((behavior) -> behavior.patches().stream())
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(named).containsExactlyElementsOf(names(PATCHES, ".py", "__init__"));
	}

	@Test
	void everyNamedTestExists() throws IOException {
		Set<String> tests = names(Path.of("src/test/java"), ".java", "package-info");
		assertThat(this.register.behaviors()).isNotEmpty()
			.allSatisfy((behavior) -> assertThat(tests).as(behavior.id()).containsAll(behavior.tests()));
	}

	@Test
	void everyRowSaysWhatItsStatePromises() {
		assertThat(Stream.concat(this.register.areas().stream().map(Area::id),
				this.register.behaviors().stream().map(Behavior::id)))
			.doesNotHaveDuplicates();
		assertThat(this.register.behaviors()).allSatisfy((behavior) -> {
			assertThat(behavior.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
			assertThat(List.of(behavior.title(), behavior.aws(), behavior.localstack())).as(behavior.id())
				.noneMatch(String::isBlank);
			assertThat(behavior.source().address()).as(behavior.id()).hasScheme("https");
			switch (behavior.state()) {
				case AS_AWS -> assertThat(behavior.tests()).as(behavior.id()).isNotEmpty();
				case PATCHED -> {
					assertThat(behavior.patches()).as(behavior.id()).isNotEmpty();
					assertThat(behavior.tests()).as(behavior.id()).isNotEmpty();
				}
				case CHECKED_OTHERWISE, DIFFERS -> assertThat(behavior.note()).as(behavior.id()).isNotBlank();
			}
		});
	}

	private static Set<String> names(Path folder, String ending, String except) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(ending))
				.map((name) -> name.substring(0, name.length() - ending.length()))
				.filter((name) -> !name.equals(except))
				.collect(Collectors.toCollection(TreeSet::new));
		}
	}

}
