package academy.coldstart.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Divides a text into Markdown and directives. A directive begins with {@code :::} and a
 * word at the start of a line and ends with {@code :::} alone; a snippet is one line.
 */
final class BlockReader {

	private static final Map<String, String> CALLOUTS = Map.of("note", "Note", "warning", "Take care", "correction",
			"Often said, but not so");

	private static final Pattern DIRECTIVE = Pattern.compile(":::\\s*([a-z]*)\\s*(.*?)\\s*");

	private static final String SOURCE = "([^\\s#}]+)(?:#([\\w-]+))?";

	private static final Pattern SNIPPET = Pattern.compile("\\{\\{snippet((?:\\s+[^\\s#}]+(?:#[\\w-]+)?)+)\\s*}}\\s*");

	private static final Pattern RUN = Pattern.compile("\\{\\{run\\s+([^\\s}]+)([^}]*)}}\\s*");

	private static final Pattern FENCE = Pattern.compile("\\s{0,3}(`{3,}|~{3,}).*");

	private final PageDraft draft;

	private final String[] lines;

	private final int firstLine;

	private int next;

	private BlockReader(PageSource source, PageDraft draft) {
		this.draft = draft;
		this.lines = source.text().split("\n", -1);
		this.firstLine = source.firstLine();
	}

	static List<Block> read(PageSource source, PageDraft draft) {
		BlockReader reader = new BlockReader(source, draft);
		List<Block> blocks = reader.content();
		while (reader.next < reader.lines.length) {
			draft.problem(reader.line(), "This ::: ends nothing.", "Remove it, or begin a directive before it.");
			reader.next++;
			blocks.addAll(reader.content());
		}
		return blocks;
	}

	int line() {
		return this.firstLine + this.next;
	}

	private List<Block> content() {
		List<Block> blocks = new ArrayList<>();
		StringBuilder text = new StringBuilder();
		int start = line();
		String fence = null;
		while (this.next < this.lines.length) {
			String line = this.lines[this.next];
			fence = fenceAfter(line, fence);
			Block block = (fence != null) ? null : directive(line);
			if (block != null) {
				addText(blocks, text, start);
				blocks.add(block);
				text.setLength(0);
				start = line();
				continue;
			}
			if (fence == null && line.startsWith(":::")) {
				break;
			}
			text.append(line).append('\n');
			this.next++;
		}
		addText(blocks, text, start);
		return blocks;
	}

	private void addText(List<Block> blocks, StringBuilder text, int start) {
		if (!text.toString().isBlank()) {
			blocks.add(new Block.Markdown(text.toString(), start));
		}
	}

	private static @Nullable String fenceAfter(String line, @Nullable String open) {
		Matcher matcher = FENCE.matcher(line);
		if (!matcher.matches()) {
			return open;
		}
		if (open == null) {
			return matcher.group(1);
		}
		return line.trim().startsWith(open) ? null : open;
	}

	private @Nullable Block directive(String line) {
		Matcher snippet = SNIPPET.matcher(line);
		if (snippet.matches()) {
			Block block = new Block.Snippet(sources(snippet.group(1)), line());
			this.next++;
			return block;
		}
		Matcher run = RUN.matcher(line);
		if (run.matches()) {
			Block block = new Block.Run(run.group(1), run.group(2).strip(), line());
			this.next++;
			return block;
		}
		Matcher matcher = DIRECTIVE.matcher(line);
		if (!matcher.matches()) {
			return null;
		}
		return directive(matcher.group(1), matcher.group(2));
	}

	private static List<Block.Source> sources(String paths) {
		return Pattern.compile(SOURCE)
			.matcher(paths)
			.results()
			.map((source) -> new Block.Source(source.group(1), Objects.requireNonNullElse(source.group(2), "")))
			.toList();
	}

	private @Nullable Block directive(String word, String rest) {
		int start = line();
		String title = CALLOUTS.get(word);
		if (title != null) {
			this.next++;
			List<Block> content = content();
			end(word, start);
			return new Block.Callout(word, rest.isEmpty() ? title : rest, content);
		}
		if (word.equals("question")) {
			return new QuestionReader(this).read(rest);
		}
		if (word.equals("diagram")) {
			return new DiagramReader(this).read(rest);
		}
		if (word.isEmpty() || isPart(word)) {
			return null;
		}
		this.draft.problem(start, "There is no directive '::: " + word + "'.",
				"Use question, diagram, note, warning or correction.");
		this.next++;
		return new Block.Markdown("", start);
	}

	private static boolean isPart(String word) {
		return QuestionReader.PARTS.contains(word) || word.equals(DiagramReader.WORDS);
	}

	/**
	 * Read what stands before the next directive that is none of a text.
	 * @return the blocks
	 */
	List<Block> part() {
		this.next++;
		return content();
	}

	String written() {
		return this.lines[this.next];
	}

	PageDraft draft() {
		return this.draft;
	}

	boolean at(String word) {
		return this.next < this.lines.length && this.lines[this.next].matches(":::\\s*" + word + "\\b.*");
	}

	void end(String word, int start) {
		if (this.next < this.lines.length && this.lines[this.next].matches(":::\\s*")) {
			this.next++;
			return;
		}
		this.draft.problem(start, "The directive '::: " + word + "' is not ended.",
				"End it with a line that is ':::'.");
	}

}
