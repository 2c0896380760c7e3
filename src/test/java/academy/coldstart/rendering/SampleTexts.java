package academy.coldstart.rendering;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Texts of a small course, and what rendering makes of them.
 *
 * @param root the folder of the course
 */
record SampleTexts(Path root) {

	private static final Fact TIMEOUT = new Fact("timeout", "900 seconds", "The longest function timeout",
			LocalDate.of(2026, 11, 23),
			new Fact.Source("Quotas", URI.create("https://docs.aws.amazon.com/quotas?a=1&b=2"), true));

	private static final Fact RESET = new Fact("reset", "is not emptied", "What happens to /tmp",
			LocalDate.of(2026, 11, 23),
			new Fact.Source("Lifecycle", URI.create("https://docs.aws.amazon.com/l"), false));

	RenderedPage render(String text) {
		PageRenderer renderer = new PageRenderer(this.root, Map.of("timeout", TIMEOUT, "reset", RESET),
				(kind, name) -> (kind + name).equals("lessonknown") ? Optional.of("/lessons/known") : Optional.empty(),
				new FiveInvocations());
		return renderer.render(new PageSource(Path.of("lessons", "01-x", "lesson.md"), text, 10, "/lessons/x"));
	}

	void file(String path, String content) {
		try {
			Path file = this.root.resolve(path);
			Files.createDirectories(file.getParent());
			Files.writeString(file, content);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static void assertSound(RenderedPage rendered) {
		assertThat(rendered.problems()).isEmpty();
	}

	static void assertProblem(RenderedPage rendered, int line, String sentence) {
		assertThat(rendered.problems()).singleElement()
			.satisfies(
					(problem) -> assertThat(problem).hasToString("lessons/01-x/lesson.md:" + line + ": " + sentence));
	}

	/** Every run has five invocations here. */
	static final class FiveInvocations implements RunFigures {

		@Override
		public String write(Path file, String caption, String id) {
			return "<figure>" + id + " " + file.getFileName() + ": " + caption + "</figure>";
		}

		@Override
		public int count(Path file, String measure) throws IOException {
			if (!measure.equals("invocations")) {
				throw new IOException("nothing is counted by the name " + measure);
			}
			return 5;
		}

	}

}
