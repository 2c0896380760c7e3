package academy.coldstart.rendering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes parts of real files as code blocks.
 */
final class SnippetWriter {

	private static final Map<String, String> LANGUAGES = Map.of("py", "python", "js", "javascript", "mjs", "javascript",
			"java", "java", "yaml", "yaml", "yml", "yaml", "json", "json", "sh", "bash", "txt", "text");

	/** What readers choose between when a snippet exists in several languages. */
	private static final Map<String, String> TITLES = Map.of("py", "Python", "js", "Node.js", "mjs", "Node.js", "java",
			"Java");

	private final PageDraft draft;

	SnippetWriter(PageDraft draft) {
		this.draft = draft;
	}

	String write(Block.Snippet snippet) {
		if (snippet.sources().size() == 1) {
			return write(snippet.sources().getFirst(), snippet.line());
		}
		String group = "snippet-" + this.draft.nextSnippet();
		StringBuilder html = new StringBuilder("<div class=\"snippets\">\n");
		String open = " open";
		for (Block.Source source : snippet.sources()) {
			html.append("<details name=\"" + group + "\"" + open + "><summary>" + language(source, snippet.line())
					+ "</summary>\n" + write(source, snippet.line()) + "</details>\n");
			open = "";
		}
		return html.append("</div>\n").toString();
	}

	private String language(Block.Source source, int line) {
		String title = TITLES.get(extension(source.path()));
		if (title == null) {
			this.draft.problem(line, "The snippet " + source.path() + " is in no language that can be chosen.",
					"Put files in Python, JavaScript or Java beside each other.");
			return "";
		}
		return title;
	}

	private String write(Block.Source source, int line) {
		Path file = locate(source.path());
		if (!file.startsWith(this.draft.root())) {
			this.draft.problem(line, "The snippet " + source.path() + " is outside the course.",
					"Move the file into the course's folders.");
			return "";
		}
		if (!Files.isRegularFile(file)) {
			this.draft.problem(line, "The snippet's file " + source.path() + " does not exist.",
					"A path is relative to this text's folder, or to the course's root when it begins with /.");
			return "";
		}
		return write(source, line, file);
	}

	private Path locate(String path) {
		Path base = path.startsWith("/") ? this.draft.root() : this.draft.folder();
		return base.resolve(path.replaceFirst("^/+", "")).normalize();
	}

	private String write(Block.Source source, int line, Path file) {
		try {
			List<String> lines = Files.readAllLines(file);
			String code = new Regions(lines).find(source.region());
			return html(file, code);
		}
		catch (RegionProblem problem) {
			this.draft.problem(line, source.path() + ": " + problem.what(), problem.remedy());
		}
		catch (IOException ex) {
			this.draft.problem(line, "The snippet's file " + source.path() + " cannot be read as UTF-8.",
					"Save it as UTF-8.");
		}
		return "";
	}

	private static String extension(String name) {
		return name.substring(name.lastIndexOf('.') + 1);
	}

	private String html(Path file, String code) {
		String name = file.getFileName().toString();
		String language = LANGUAGES.getOrDefault(extension(name), "text");
		String path = this.draft.root().relativize(file).toString().replace('\\', '/');
		return "<figure class=\"snippet\">\n<figcaption>" + Html.escape(path)
				+ "</figcaption>\n<pre tabindex=\"0\"><code class=\"language-" + language + "\">" + Html.escape(code)
				+ "</code></pre>\n</figure>\n";
	}

}
