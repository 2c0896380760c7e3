package academy.coldstart.rendering;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Renders Markdown with the course's own directives: snippets of real files, dated facts,
 * callouts and self-check questions. Safe for use by many threads.
 */
public final class PageRenderer {

	private final Path root;

	private final Map<String, Fact> facts;

	private final LinkTargets targets;

	private final RunFigures runs;

	/**
	 * Create a renderer.
	 * @param root the course's root, which no snippet or figure may leave
	 * @param facts the facts by name
	 * @param targets where linked pages are
	 * @param runs draws recorded runs
	 */
	public PageRenderer(Path root, Map<String, Fact> facts, LinkTargets targets, RunFigures runs) {
		this.root = root.toAbsolutePath().normalize();
		this.facts = Map.copyOf(facts);
		this.targets = targets;
		this.runs = runs;
	}

	/**
	 * Render a page. Never fails: what is wrong is told in the result.
	 * @param source the text
	 * @return the page and its problems
	 */
	public RenderedPage render(PageSource source) {
		return render(new PageDraft(this.root, source, this.facts), source);
	}

	/**
	 * Find the diagrams of a page.
	 * @param source the text
	 * @return what has to be drawn
	 */
	List<Diagram> diagrams(PageSource source) {
		PageDraft draft = new PageDraft(this.root, source, this.facts);
		render(draft, source);
		return draft.diagrams();
	}

	private RenderedPage render(PageDraft draft, PageSource source) {
		BlockWriter writer = new BlockWriter(draft, new MarkdownWriter(draft, this.targets), this.runs);
		String html = writer.write(BlockReader.read(source, draft)) + new FactList(draft).write();
		draft.checkAnchors();
		return new RenderedPage(new Page(html, draft.headings(), draft.words(), draft.asked()), draft.problems());
	}

}
