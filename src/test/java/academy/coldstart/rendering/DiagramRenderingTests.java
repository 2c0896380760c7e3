package academy.coldstart.rendering;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Diagrams as texts say them.
 */
class DiagramRenderingTests {

	private static final String SOURCE = "A -> B : one";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path root;

	private RenderedPage render(String text) {
		return new SampleTexts(this.root).render(text);
	}

	private void drawn(String name, String source, String svg) {
		Diagram diagram = new Diagram(Path.of("x"), source, 1);
		new SampleTexts(this.root).file("lessons/01-x/diagrams/" + name + ".svg", diagram.mark() + svg);
	}

	private static String diagram(String head, String source, String rest) {
		return "::: diagram " + head + "\n```plantuml\n" + source + "\n```\n" + rest + ":::\n";
	}

	@Test
	void showsTheDrawingWithItsTitleAndTheSameInWords() {
		drawn("calls", SOURCE,
				"<svg viewBox=\"0 0 1 1\"><text class=\"dg-text-ink\" textLength=\"3\">one</text></svg>");
		RenderedPage rendered = render(
				diagram("calls Who calls <whom>", SOURCE, "::: words\nA calls B, *once*.\n") + "\nOn.\n");
		SampleTexts.assertSound(rendered);
		assertThat(rendered.page().html()).containsSubsequence("<figure class=\"diagram\">",
				"<svg role=\"img\" aria-label=\"Who calls &lt;whom&gt;. The words below say the same.\"", ">one</text>",
				"<figcaption>Who calls &lt;whom&gt;</figcaption>", "<p>A calls B, <em>once</em>.</p>", "<p>On.</p>");
		assertThat(rendered.page().words()).isEqualTo(4);
	}

	@Test
	void putsFactsIntoDiagramsAndNamesTheirSources() {
		drawn("limit", "A -> B : 900 seconds", "<svg/>");
		RenderedPage rendered = render(diagram("limit The limit", "A -> B : {{fact timeout}}", "::: words\nx\n"));
		SampleTexts.assertSound(rendered);
		assertThat(rendered.page().html()).contains("Quotas");
		assertThat(render(diagram("other The limit", "A -> B : {{fact none}}", "::: words\nx\n")).problems())
			.extracting(Problem::what)
			.contains("There is no fact 'none' in facts.yaml.");
	}

	@Test
	void asksForTheWords() {
		drawn("calls", SOURCE, "<svg/>");
		SampleTexts.assertProblem(render(diagram("calls Who calls", SOURCE, "")), 10,
				"The diagram calls does not say the same in words. "
						+ "Add '::: words' with a description for those who cannot see it.");
	}

	@Test
	void asksForATitle() {
		drawn("calls", SOURCE, "<svg/>");
		SampleTexts.assertProblem(render(diagram("calls", SOURCE, "::: words\nx\n")), 10,
				"This diagram has no name, or no title behind it. Write '::: diagram retries Who tries again'.");
	}

	@Test
	void saysWhenADrawingIsMissingOrOlder() {
		String text = diagram("calls Who calls", SOURCE, "::: words\nx\n");
		SampleTexts.assertProblem(render(text), 10,
				"The diagram calls was never drawn. Draw it with ./coldstart draw.");
		drawn("calls", "A -> B : two", "<svg/>");
		SampleTexts.assertProblem(render(text), 10,
				"The diagram calls has changed since it was drawn. Draw it with ./coldstart draw.");
	}

	@Test
	void refusesDrawingsThatCarryMoreThanShapes() {
		drawn("calls", SOURCE, "<svg><script>1</script></svg>");
		SampleTexts.assertProblem(render(diagram("calls Who calls", SOURCE, "::: words\nx\n")), 10,
				"The diagram calls cannot be shown: it has an element 'script'. Draw it with ./coldstart draw.");
	}

	@Test
	void refusesWhatTakesInSomethingFromElsewhere() {
		for (String foreign : new String[] { "!include other", "@enduml", "A -> B : [[https://a.example]]",
				"A -> B : <img:x.png>", "A -> B : %getenv(\"HOME\")" }) {
			drawn("calls", foreign, "<svg/>");
			SampleTexts.assertProblem(render(diagram("calls Who calls", foreign, "::: words\nx\n")), 10,
					"The diagram calls takes something from elsewhere, or calls the preprocessor. Write it without lines "
							+ "that begin with ! or @, and without links, images and functions.");
		}
	}

	@Test
	void drawsNothingWithoutAFencedBlock() {
		SampleTexts.assertProblem(render("::: diagram calls Who calls\nA -> B\n::: words\nx\n:::\n"), 10,
				"This diagram has nothing to draw. "
						+ "Write a block that begins with ```plantuml below the directive, and nothing beside it.");
	}

	@Test
	void wantsANameForEachDiagram() {
		drawn("calls", SOURCE, "<svg/>");
		String text = diagram("calls Who calls", SOURCE, "::: words\nx\n");
		SampleTexts.assertProblem(render(text + text), 17,
				"There is another diagram of this name. Name each of them differently.");
	}

}
