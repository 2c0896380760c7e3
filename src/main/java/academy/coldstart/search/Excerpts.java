package academy.coldstart.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import academy.coldstart.search.Hit.Part;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/**
 * Chooses the part of a text that fits best, and marks in it what was looked for.
 */
final class Excerpts {

	private static final int GOAL = 150;

	private static final int LONGEST = 320;

	private final UnifiedHighlighter highlighter;

	Excerpts(Analyzer analyzer) {
		this.highlighter = UnifiedHighlighter.builderWithoutSearcher(analyzer)
			.withBreakIterator(() -> LengthGoalBreakIterator
				.createClosestToLength(BreakIterator.getSentenceInstance(Locale.ENGLISH), GOAL, 0.5F))
			.withFormatter(new Marks())
			.build();
	}

	@SuppressWarnings("unchecked")
	List<Part> of(String text, SearchQuery query) throws IOException {
		Object parts = this.highlighter.highlightWithoutSearcher("text", query.inText(), text, 1);
		return (parts instanceof List<?> found) ? (List<Part>) found : List.of();
	}

	/**
	 * Divides passages into what is marked and what is not.
	 */
	private static final class Marks extends PassageFormatter {

		@Override
		public List<Part> format(Passage[] passages, String content) {
			return (passages.length == 0) ? List.of() : parts(passages[0], content);
		}

		private static List<Part> parts(Passage passage, String content) {
			List<Part> parts = new ArrayList<>();
			int at = (passage.getNumMatches() > 0) ? from(passage, content) : passage.getStartOffset();
			int last = Math.min(passage.getEndOffset(), at + LONGEST);
			for (int i = 0; i < passage.getNumMatches(); i++) {
				int start = Math.max(at, passage.getMatchStarts()[i]);
				int end = passage.getMatchEnds()[i];
				if (end > start && end <= last) {
					add(parts, content.substring(at, start), false);
					add(parts, content.substring(start, end), true);
					at = end;
				}
			}
			add(parts, content.substring(at, last) + ((last < passage.getEndOffset()) ? " …" : ""), false);
			return parts;
		}

		// Code and tables have no sentences: what is far before the first match is left
		// out.
		private static int from(Passage passage, String content) {
			int near = passage.getMatchStarts()[0] - GOAL;
			if (near <= passage.getStartOffset()) {
				return passage.getStartOffset();
			}
			int space = content.indexOf(' ', near);
			return (space >= 0 && space < passage.getMatchStarts()[0]) ? space + 1 : near;
		}

		private static void add(List<Part> parts, String text, boolean marked) {
			if (!text.isEmpty()) {
				parts.add(new Part(text, marked));
			}
		}

	}

}
