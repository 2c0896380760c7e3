package academy.coldstart.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What somebody looks for: all words have to be there, as they are, by their stem, as the
 * beginning of a word, or with a slip of the hand.
 */
final class SearchQuery {

	/** Longer questions are cut: they find nothing anyway. */
	static final int LONGEST = 100;

	private static final int MOST_WORDS = 8;

	private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

	private final List<String> words;

	private SearchQuery(List<String> words) {
		this.words = words;
	}

	static SearchQuery parse(String text) {
		String bounded = text.substring(0, Math.min(text.length(), LONGEST));
		return new SearchQuery(Arrays.stream(BETWEEN.split(bounded))
			.filter((word) -> !word.isEmpty())
			.map((word) -> word.toLowerCase(Locale.ROOT))
			.distinct()
			.limit(MOST_WORDS)
			.toList());
	}

	boolean isEmpty() {
		return this.words.isEmpty();
	}

	/**
	 * Ask for all words, each in any of the fields.
	 * @return the query
	 */
	Query anywhere() {
		BooleanQuery.Builder all = new BooleanQuery.Builder();
		for (String word : this.words) {
			List<Query> fields = List.of(new BoostQuery(in("heading", word), 4), new BoostQuery(in("title", word), 3),
					in("text", word));
			all.add(new DisjunctionMaxQuery(fields, 0.1F), Occur.MUST);
		}
		return all.build();
	}

	/**
	 * Ask for any of the words in the text.
	 * @return the query
	 */
	Query inText() {
		BooleanQuery.Builder any = new BooleanQuery.Builder();
		this.words.forEach((word) -> any.add(in("text", word), Occur.SHOULD));
		return any.build();
	}

	private static Query in(String field, String word) {
		List<Query> ways = new ArrayList<>();
		ways.add(new BoostQuery(new TermQuery(new Term(field, word)), 3));
		Words.stems(word).forEach((stem) -> ways.add(new BoostQuery(new TermQuery(new Term(field, stem)), 2)));
		if (word.length() > 1) {
			ways.add(new PrefixQuery(new Term(field, word)));
		}
		if (word.length() > 3) {
			int slips = (word.length() > 7) ? 2 : 1;
			ways.add(new BoostQuery(new FuzzyQuery(new Term(field, word), slips, 1), 0.5F));
		}
		return new DisjunctionMaxQuery(ways, 0);
	}

}
