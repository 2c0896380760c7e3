package academy.coldstart.rendering;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The diagrams of the lessons. With {@code coldstart.test.draw} they are drawn instead,
 * which is what {@code ./coldstart draw} does.
 */
@EnabledIf(value = "canMeasureText", disabledReason = "Fonts are missing: install the package fonts-dejavu-core")
class DrawnDiagramsTests {

	private static final String DRAW = "coldstart.test.draw";

	private static final Path HOME = Path.of("").toAbsolutePath();

	private static final Pattern HEAD = Pattern.compile("---\\R.*?\\R---[ \\t]*\\R", Pattern.DOTALL);

	private static List<Placed> diagrams = List.of();

	static boolean canMeasureText() {
		if (Boolean.getBoolean(DRAW)) {
			return true;
		}
		try {
			return new Font(Font.SANS_SERIF, Font.PLAIN, 12)
				.getStringBounds("x", new FontRenderContext(null, true, true))
				.getWidth() > 0;
		}
		catch (RuntimeException | LinkageError | InternalError ex) {
			return false;
		}
	}

	@BeforeAll
	static void findDiagrams() throws IOException {
		List<Placed> found = new ArrayList<>();
		try (Stream<Path> files = Files.walk(HOME.resolve("lessons"))) {
			for (Path file : files.filter((one) -> one.endsWith("lesson.md")).sorted().toList()) {
				in(file).forEach((diagram) -> found.add(new Placed(HOME.relativize(file), diagram)));
			}
		}
		diagrams = List.copyOf(found);
	}

	private static List<Diagram> in(Path file) throws IOException {
		String text = Files.readString(file);
		Matcher head = HEAD.matcher(text);
		int start = head.lookingAt() ? head.end() : 0;
		int line = 1 + (int) text.substring(0, start).lines().count();
		PageRenderer renderer = new PageRenderer(HOME, facts(), (kind, name) -> Optional.of("/"), new NoRuns());
		return renderer.diagrams(new PageSource(HOME.relativize(file), text.substring(start), line, "/lessons/x"));
	}

	// Not by way of the course, which is not read while drawings are missing.
	private static Map<String, Fact> facts() throws IOException {
		Map<String, Fact> facts = new HashMap<>();
		YAMLMapper.builder()
			.build()
			.readTree(Files.readString(HOME.resolve("facts.yaml")))
			.properties()
			.forEach((entry) -> {
				JsonNode fact = entry.getValue();
				JsonNode source = fact.path("source");
				facts.put(entry.getKey(),
						new Fact(entry.getKey(), fact.path("value").asString(), fact.path("statement").asString(),
								LocalDate.parse(fact.path("checked").asString()),
								new Fact.Source(source.path("title").asString(),
										URI.create(source.path("address").asString()), true)));
			});
		return facts;
	}

	@TestFactory
	@EnabledIfSystemProperty(named = DRAW, matches = "true", disabledReason = "only ./coldstart draw changes files")
	Stream<DynamicTest> drawsWhatHasChanged() {
		return diagrams.stream().map((one) -> DynamicTest.dynamicTest(one.toString(), () -> {
			Path file = one.diagram().drawing();
			if (!Files.exists(file) || !Files.readString(file).startsWith(one.diagram().mark())) {
				Files.createDirectories(file.getParent());
				Files.writeString(file, one.diagram().mark() + draw(one));
			}
		}));
	}

	@TestFactory
	@DisabledIfSystemProperty(named = DRAW, matches = "true", disabledReason = "they are being drawn")
	Stream<DynamicTest> everyDiagramIsDrawnAsPlantUmlDrawsIt() {
		return diagrams.stream()
			.map((one) -> DynamicTest.dynamicTest(one.toString(),
					() -> assertThat(outline(Files.readString(one.diagram().drawing())))
						.as("%s has to be drawn again: ./coldstart draw", one.diagram().drawing())
						.isEqualTo(outline(draw(one)))));
	}

	@Test
	void everyDrawingBelongsToADiagram() throws IOException {
		try (Stream<Path> files = Files.walk(HOME.resolve("lessons"))) {
			assertThat(files.filter((file) -> file.toString().matches(".*/diagrams/.*\\.svg")))
				.containsExactlyInAnyOrderElementsOf(diagrams.stream().map((one) -> one.diagram().drawing()).toList());
		}
	}

	@Test
	void drawsWithoutStylesIdsOrColors() throws SvgProblem {
		String drawing = PlantUml.draw("participant A\nA -> B : <b>one</b>\nactivate B #lightpink\nnote over B : two");
		assertThat(new SvgDrawing(drawing).write("x"))
			.contains("class=\"dg-text-ink\"", ">two</text>", "dg-fill-note", "dg-fill-bad")
			.doesNotContain("style=", " id=", "#", "font-family", "<title");
	}

	@Test
	void saysWhatPlantUmlDoesNotUnderstand() {
		assertThatExceptionOfType(SvgProblem.class).isThrownBy(() -> PlantUml.draw("A -> B : one\nnonsense here"))
			.withMessageContaining("PlantUML says \"")
			.withMessageContaining("of the diagram");
	}

	@Test
	void takesNothingFromElsewhere() {
		assertThatExceptionOfType(SvgProblem.class)
			.isThrownBy(() -> PlantUml.draw("!include /etc/passwd\nA -> B : one"))
			.withMessageContaining("cannot include");
		assertThatExceptionOfType(SvgProblem.class).isThrownBy(() -> PlantUml.draw("A -> B : [[https://a.example x]]"))
			.withMessageContaining("an element 'a'");
	}

	@Test
	void refusesColorsThatNoPageHas() {
		assertThatExceptionOfType(SvgProblem.class).isThrownBy(() -> PlantUml.draw("participant A #purple\nA -> B : x"))
			.withMessageContaining("is none of the page");
	}

	private static String draw(Placed one) throws SvgProblem {
		try {
			return PlantUml.draw(one.diagram().source());
		}
		catch (SvgProblem ex) {
			throw new SvgProblem(one + ": " + ex.getMessage());
		}
	}

	// Where things stand depends on fonts.
	private static List<String> outline(String drawing) {
		return Pattern.compile("<(?:rect|path|polygon|ellipse|line)\\b[^>]*?class=\"([^\"]*)\"|>([^<>]+)</text>")
			.matcher(drawing)
			.results()
			.map((MatchResult found) -> (found.group(1) != null) ? found.group(1) : found.group(2))
			.toList();
	}

	/**
	 * A diagram and the text it stands in.
	 *
	 * @param file the file of the text
	 * @param diagram the diagram
	 */
	private record Placed(Path file, Diagram diagram) {

		@Override
		public String toString() {
			return this.file + ":" + this.diagram.line();
		}

	}

}
