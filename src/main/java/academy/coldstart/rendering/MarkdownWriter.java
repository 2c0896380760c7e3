package academy.coldstart.rendering;

import java.util.List;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataSet;

/**
 * Writes Markdown as HTML that cannot carry a program: raw HTML is escaped and only
 * checked addresses are linked.
 */
final class MarkdownWriter {

	private static final List<String> TESTED_LANGUAGES = List.of("python", "py", "java", "javascript", "js");

	private final PageDraft draft;

	private final Parser parser;

	private final HtmlRenderer renderer;

	/** The line of the file on which the block being written begins. */
	private int firstLine;

	MarkdownWriter(PageDraft draft, LinkTargets targets) {
		this.draft = draft;
		MutableDataSet options = new MutableDataSet().set(Parser.EXTENSIONS, List.of(TablesExtension.create()))
			.set(Parser.INDENTED_CODE_BLOCK_PARSER, false)
			.set(HtmlRenderer.ESCAPE_HTML, true)
			.set(HtmlRenderer.SUPPRESSED_LINKS, "(?!)")
			.set(HtmlRenderer.RENDER_HEADER_ID, false)
			.set(HtmlRenderer.GENERATE_HEADER_ID, false)
			.toMutable();
		this.parser = Parser.builder(options).customInlineParserExtensionFactory(new PlaceholderFactory()).build();
		this.renderer = HtmlRenderer.builder(options)
			.linkResolverFactory(new CheckedLinks(draft, targets, this::line))
			.attributeProviderFactory(new SafeAttributes(draft, this::line))
			.nodeRendererFactory(new CourseNodes(draft, this::line))
			.nodeRendererFactory(new ScrollingTables())
			.build();
	}

	String write(Block.Markdown block) {
		this.firstLine = block.line();
		Document document = this.parser.parse(block.text());
		inspect(document);
		return this.renderer.render(document);
	}

	private int line(Node node) {
		return this.firstLine + node.getStartLineNumber();
	}

	private void inspect(Node node) {
		if (node instanceof HtmlBlockBase || node instanceof HtmlInlineBase) {
			this.draft.problem(line(node), "Raw HTML is shown as text: " + node.getChars().trim() + ".",
					"Write it in Markdown, or as code between backticks.");
		}
		else if (node instanceof FencedCodeBlock code) {
			inspect(code);
			return;
		}
		else if (node instanceof Text || node instanceof Code) {
			this.draft.countWords(node.getChars());
		}
		node.getChildren().forEach(this::inspect);
	}

	private void inspect(FencedCodeBlock code) {
		String language = code.getInfo().toString().trim();
		if (language.isEmpty()) {
			this.draft.problem(line(code), "This code block does not say its language.",
					"Write it after the backticks, such as ```json or ```text.");
		}
		if (TESTED_LANGUAGES.contains(language)) {
			this.draft.problem(line(code), "This " + language + " code is typed into the text, where nothing runs it.",
					"Put it into a file and include it with {{snippet path#region}}.");
		}
	}

}
