package academy.coldstart.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a question with its parts.
 */
final class QuestionReader {

	/** The directives that stand only within a question. */
	static final Set<String> PARTS = Set.of("option", "step", "feedback", "otherwise");

	private final BlockReader reader;

	QuestionReader(BlockReader reader) {
		this.reader = reader;
	}

	Block.Question read(String head) {
		int start = this.reader.line();
		String[] words = head.split("\\s+", 2);
		List<Block> prompt = this.reader.part();
		List<Block.Option> options = new ArrayList<>();
		List<Block> otherwise = List.of();
		while (at("option", "step", "otherwise")) {
			if (this.reader.at("otherwise")) {
				otherwise = this.reader.part();
			}
			else {
				options.add(option());
			}
		}
		this.reader.end("question", start);
		return new Block.Question(words[0], (words.length > 1) ? words[1] : "", prompt, options, otherwise, start);
	}

	private boolean at(String... words) {
		return List.of(words).stream().anyMatch(this.reader::at);
	}

	private Block.Option option() {
		int start = this.reader.line();
		boolean right = this.reader.at("step") || this.reader.written().trim().endsWith(" right");
		List<Block> text = this.reader.part();
		if (!this.reader.at("feedback")) {
			this.reader.draft()
				.problem(start, "This option has no feedback.",
						"Add '::: feedback' with the reason why it is right or wrong.");
			return new Block.Option(right, text, List.of(), start);
		}
		return new Block.Option(right, text, this.reader.part(), start);
	}

}
