package academy.coldstart.rendering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts drawn diagrams into a page. They are drawn when they are written, not here.
 */
final class DiagramWriter {

	private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

	private static final Pattern FACT = Pattern.compile("\\{\\{fact ([^}]*)}}");

	/** What would take in something from elsewhere, or end the diagram. */
	private static final Pattern FOREIGN = Pattern.compile("(?m)^\\s*[!@].*|<img\\b|\\[\\[|%\\w+\\(");

	private static final String DRAW = "Draw it with ./coldstart draw.";

	private final PageDraft draft;

	private final Function<List<Block>, String> writer;

	DiagramWriter(PageDraft draft, Function<List<Block>, String> writer) {
		this.draft = draft;
		this.writer = writer;
	}

	String write(Block.Diagram block) {
		checkParts(block);
		this.draft.countWords(block.title());
		String words = this.draft.aside(() -> this.writer.apply(block.words()));
		if (block.source().isEmpty() || !NAME.matcher(block.name()).matches()) {
			return "";
		}
		Path file = this.draft.folder().resolve("diagrams").resolve(block.name() + ".svg");
		Diagram diagram = new Diagram(file, withFacts(block), block.line());
		this.draft.add(diagram);
		return drawing(diagram, block).map((svg) -> figure(block, svg, words)).orElse("");
	}

	private void checkParts(Block.Diagram block) {
		if (!NAME.matcher(block.name()).matches() || block.title().isEmpty()) {
			this.draft.problem(block.line(), "This diagram has no name, or no title behind it.",
					"Write '::: diagram retries Who tries again'.");
		}
		if (block.source().isEmpty()) {
			this.draft.problem(block.line(), "This diagram has nothing to draw.",
					"Write a block that begins with ```plantuml below the directive, and nothing beside it.");
		}
		if (block.words().isEmpty()) {
			this.draft.problem(block.line(), "The diagram " + block.name() + " does not say the same in words.",
					"Add '::: words' with a description for those who cannot see it.");
		}
		if (FOREIGN.matcher(block.source()).find()) {
			this.draft.problem(block.line(),
					"The diagram " + block.name() + " takes something from elsewhere, or calls the preprocessor.",
					"Write it without lines that begin with ! or @, and without links, images and functions.");
		}
	}

	private String withFacts(Block.Diagram block) {
		return FACT.matcher(block.source())
			.replaceAll((fact) -> Matcher.quoteReplacement(value(fact, block).orElse("")));
	}

	private Optional<String> value(MatchResult fact, Block.Diagram block) {
		Optional<PageDraft.QuotedFact> quoted = this.draft.quote(fact.group(1).strip());
		if (quoted.isEmpty()) {
			this.draft.problem(block.line(), "There is no fact '" + fact.group(1).strip() + "' in facts.yaml.",
					"Correct the name, or add it.");
		}
		return quoted.map((found) -> found.fact().value());
	}

	private Optional<String> drawing(Diagram diagram, Block.Diagram block) {
		try {
			String svg = Files.isRegularFile(diagram.drawing()) ? Files.readString(diagram.drawing()) : "";
			if (!svg.startsWith(diagram.mark())) {
				this.draft.problem(block.line(), "The diagram " + block.name()
						+ (svg.isEmpty() ? " was never drawn." : " has changed since it was drawn."), DRAW);
				return Optional.empty();
			}
			return Optional.of(new SvgDrawing(svg).write(block.title() + ". The words below say the same."));
		}
		catch (SvgProblem | IOException ex) {
			this.draft.problem(block.line(),
					"The diagram " + block.name() + " cannot be shown: " + ex.getMessage() + ".", DRAW);
			return Optional.empty();
		}
	}

	private static String figure(Block.Diagram block, String svg, String words) {
		return """
				<figure class="diagram">
				<div class="scroller" role="region" tabindex="0" aria-label="%1$s, scrolls sideways">%2$s</div>
				<figcaption>%1$s</figcaption>
				<details><summary>The same in words</summary>
				%3$s</details>
				</figure>
				""".formatted(Html.escape(block.title()), svg, words);
	}

}
