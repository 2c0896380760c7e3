package academy.coldstart.rendering;

import java.util.List;

/**
 * A part of a page: plain Markdown or one of the course's own directives.
 */
sealed interface Block {

	/**
	 * Plain Markdown.
	 *
	 * @param text the lines
	 * @param line the first line in the file
	 */
	record Markdown(String text, int line) implements Block {
	}

	/**
	 * A part of a real file, or of several files that say the same in other languages.
	 *
	 * @param sources the parts
	 * @param line the line of the directive
	 */
	record Snippet(List<Source> sources, int line) implements Block {
	}

	/**
	 * A part of a real file.
	 *
	 * @param path the path as it is written
	 * @param region the name of the region, or empty for the whole file
	 */
	record Source(String path, String region) {
	}

	/**
	 * A run that was recorded, as a figure.
	 *
	 * @param path the path as it is written
	 * @param caption what is to be seen
	 * @param line the line of the directive
	 */
	record Run(String path, String caption, int line) implements Block {
	}

	/**
	 * A diagram.
	 *
	 * @param name its name, which is that of its drawing
	 * @param title what it shows
	 * @param source what PlantUML makes it of; empty when none was written
	 * @param words the same in words
	 * @param line the line of the directive
	 */
	record Diagram(String name, String title, String source, List<Block> words, int line) implements Block {
	}

	/**
	 * A remark beside the text.
	 *
	 * @param kind {@code note}, {@code warning} or {@code correction}
	 * @param title its title
	 * @param content what it says
	 */
	record Callout(String kind, String title, List<Block> content) implements Block {
	}

	/**
	 * A question that readers answer.
	 *
	 * @param kind its kind, such as {@code number}; empty for one answer of several
	 * @param rest what the kind needs: a unit, a file, a simulator
	 * @param prompt the question
	 * @param options what to choose from, known numbers, or steps in their order
	 * @param otherwise what to say to numbers that are not among them
	 * @param line the line of the directive
	 */
	record Question(String kind, String rest, List<Block> prompt, List<Option> options, List<Block> otherwise,
			int line) implements Block {
	}

	/**
	 * One thing to choose.
	 *
	 * @param right whether it is right
	 * @param text what it says
	 * @param feedback why it is right or wrong
	 * @param line the line of the directive
	 */
	record Option(boolean right, List<Block> text, List<Block> feedback, int line) {

		/**
		 * Return the text as it is written.
		 * @return the text without spaces around it
		 */
		String written() {
			return (this.text.size() == 1 && this.text.getFirst() instanceof Markdown markdown)
					? markdown.text().strip() : "";
		}

	}

}
