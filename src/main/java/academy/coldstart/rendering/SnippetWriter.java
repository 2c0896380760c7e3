package academy.coldstart.rendering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import academy.coldstart.highlighting.Highlighter;

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
		return code(source, line).map(this::html).orElse("");
	}

	/**
	 * Cut code out of a file.
	 * @param path the path, with the region behind a hash sign if it is a part
	 * @param line the line of the text that asks for it
	 * @return the code, or empty after a problem was reported
	 */
	Optional<Code> code(String path, int line) {
		int hash = path.indexOf('#');
		return code((hash < 0) ? new Block.Source(path, "")
				: new Block.Source(path.substring(0, hash), path.substring(hash + 1)), line);
	}

	private Optional<Code> code(Block.Source source, int line) {
		Path file = locate(source.path());
		if (!file.startsWith(this.draft.root())) {
			this.draft.problem(line, "The snippet " + source.path() + " is outside the course.",
					"Move the file into the course's folders.");
			return Optional.empty();
		}
		if (!Files.isRegularFile(file)) {
			this.draft.problem(line, "The snippet's file " + source.path() + " does not exist.",
					"A path is relative to this text's folder, or to the course's root when it begins with /.");
			return Optional.empty();
		}
		return code(source, line, file);
	}

	private Path locate(String path) {
		Path base = path.startsWith("/") ? this.draft.root() : this.draft.folder();
		return base.resolve(path.replaceFirst("^/+", "")).normalize();
	}

	private Optional<Code> code(Block.Source source, int line, Path file) {
		try {
			List<String> lines = Files.readAllLines(file);
			String language = LANGUAGES.getOrDefault(extension(file.toString()), "text");
			return Optional.of(new Code(file, language, new Regions(lines).find(source.region())));
		}
		catch (RegionProblem problem) {
			this.draft.problem(line, source.path() + ": " + problem.what(), problem.remedy());
		}
		catch (IOException ex) {
			this.draft.problem(line, "The snippet's file " + source.path() + " cannot be read as UTF-8.",
					"Save it as UTF-8.");
		}
		return Optional.empty();
	}

	private static String extension(String name) {
		return name.substring(name.lastIndexOf('.') + 1);
	}

	private String html(Code code) {
		String path = this.draft.root().relativize(code.file()).toString().replace('\\', '/');
		return "<figure class=\"snippet\">\n<figcaption>" + Html.escape(path)
				+ "</figcaption>\n<pre tabindex=\"0\"><code class=\"language-" + code.language() + "\">"
				+ Highlighter.html(code.language(), code.text()) + "</code></pre>\n</figure>\n";
	}

	/**
	 * A part of a real file.
	 *
	 * @param file the file
	 * @param language its language, such as {@code python}
	 * @param text the code
	 */
	record Code(Path file, String language, String text) {
	}

}
