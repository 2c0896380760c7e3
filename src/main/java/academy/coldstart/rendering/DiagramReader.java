package academy.coldstart.rendering;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a diagram: a fenced block that PlantUML draws, and the same in words.
 */
final class DiagramReader {

	/** The directive below which the words stand. */
	static final String WORDS = "words";

	private static final Pattern SOURCE = Pattern.compile("\\s*```plantuml[ \\t]*\\n(.*?)\\n?```\\s*", Pattern.DOTALL);

	private final BlockReader reader;

	DiagramReader(BlockReader reader) {
		this.reader = reader;
	}

	Block.Diagram read(String head) {
		int start = this.reader.line();
		String[] parts = head.split("\\s+", 2);
		String source = source(this.reader.part());
		List<Block> words = this.reader.at(WORDS) ? this.reader.part() : List.of();
		this.reader.end("diagram", start);
		return new Block.Diagram(parts[0], (parts.length > 1) ? parts[1] : "", source, words, start);
	}

	// Nothing stands beside the fenced block.
	private static String source(List<Block> content) {
		if (content.size() != 1 || !(content.getFirst() instanceof Block.Markdown markdown)) {
			return "";
		}
		Matcher matcher = SOURCE.matcher(markdown.text());
		return matcher.matches() ? matcher.group(1) : "";
	}

}
