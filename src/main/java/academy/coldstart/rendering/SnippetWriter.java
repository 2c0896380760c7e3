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

	private final PageDraft draft;

	SnippetWriter(PageDraft draft) {
		this.draft = draft;
	}

	String write(Block.Snippet snippet) {
		Path file = locate(snippet.path());
		if (!file.startsWith(this.draft.root())) {
			this.draft.problem(snippet.line(), "The snippet " + snippet.path() + " is outside the course.",
					"Move the file into the course's folders.");
			return "";
		}
		if (!Files.isRegularFile(file)) {
			this.draft.problem(snippet.line(), "The snippet's file " + snippet.path() + " does not exist.",
					"A path is relative to this text's folder, or to the course's root when it begins with /.");
			return "";
		}
		return write(snippet, file);
	}

	private Path locate(String path) {
		Path base = path.startsWith("/") ? this.draft.root() : this.draft.folder();
		return base.resolve(path.replaceFirst("^/+", "")).normalize();
	}

	private String write(Block.Snippet snippet, Path file) {
		try {
			List<String> lines = Files.readAllLines(file);
			String code = new Regions(lines).find(snippet.region());
			return html(file, code);
		}
		catch (RegionProblem problem) {
			this.draft.problem(snippet.line(), snippet.path() + ": " + problem.what(), problem.remedy());
		}
		catch (IOException ex) {
			this.draft.problem(snippet.line(), "The snippet's file " + snippet.path() + " cannot be read as UTF-8.",
					"Save it as UTF-8.");
		}
		return "";
	}

	private String html(Path file, String code) {
		String name = file.getFileName().toString();
		String language = LANGUAGES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text");
		String path = this.draft.root().relativize(file).toString().replace('\\', '/');
		return "<figure class=\"snippet\">\n<figcaption>" + Html.escape(path)
				+ "</figcaption>\n<pre tabindex=\"0\"><code class=\"language-" + language + "\">" + Html.escape(code)
				+ "</code></pre>\n</figure>\n";
	}

}
