package academy.coldstart.rendering;

import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

import academy.coldstart.highlighting.Highlighter;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererFactory;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.TextCollectingVisitor;
import com.vladsch.flexmark.util.data.DataHolder;

/**
 * Writes what Markdown has no form for: quoted facts, and figures drawn in SVG.
 */
final class CourseNodes implements NodeRendererFactory {

	private static final String FACT = "fact ";

	private final PageDraft draft;

	private final ToIntFunction<Node> lines;

	private final FigureWriter figures;

	CourseNodes(PageDraft draft, ToIntFunction<Node> lines) {
		this.draft = draft;
		this.lines = lines;
		this.figures = new FigureWriter(draft);
	}

	@Override
	public NodeRenderer apply(DataHolder options) {
		return () -> Set.of(
				new NodeRenderingHandler<>(Placeholder.class,
						(placeholder, context, html) -> html.raw(write(placeholder))),
				new NodeRenderingHandler<>(Image.class, (image, context, html) -> html.raw(write(image))),
				new NodeRenderingHandler<>(FencedCodeBlock.class, (code, context, html) -> html.rawPre(write(code))),
				new NodeRenderingHandler<>(ImageRef.class, (image, context, html) -> refuse(image)));
	}

	private static String write(FencedCodeBlock code) {
		String language = code.getInfo().toString().trim();
		return "<pre tabindex=\"0\"><code class=\"language-" + Html.escape(language) + "\">"
				+ Highlighter.html(language, code.getContentChars().normalizeEOL()) + "</code></pre>\n";
	}

	private String write(Placeholder placeholder) {
		String content = placeholder.content();
		int line = this.lines.applyAsInt(placeholder);
		if (!content.startsWith(FACT)) {
			this.draft.problem(line, "There is no placeholder '{{" + content + "}}' within a line.",
					"Use {{fact name}} here; a {{snippet path#region}} stands on a line of its own.");
			return "";
		}
		String name = content.substring(FACT.length()).trim();
		Optional<PageDraft.QuotedFact> fact = this.draft.quote(name);
		if (fact.isEmpty()) {
			this.draft.problem(line, "There is no fact '" + name + "' in facts.yaml.", "Correct the name, or add it.");
		}
		return fact.map(this::write).orElse("");
	}

	private String write(PageDraft.QuotedFact quoted) {
		this.draft.countWords(quoted.fact().value());
		return "<span class=\"fact\">%s<sup><a href=\"#fact-%d\" aria-label=\"Source %d\">%d</a></sup></span>"
			.formatted(Html.escape(quoted.fact().value()), quoted.number(), quoted.number(), quoted.number());
	}

	private String write(Image image) {
		String alternative = new TextCollectingVisitor().collectAndGetText(image);
		return this.figures.write(image.getUrl().unescape(), alternative, image.getTitle().unescape(),
				this.lines.applyAsInt(image));
	}

	private void refuse(ImageRef image) {
		this.draft.problem(this.lines.applyAsInt(image), "A figure is written with its path in place.",
				"Use ![what it shows](images/name.svg).");
	}

}
