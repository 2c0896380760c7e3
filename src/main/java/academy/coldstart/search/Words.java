package academy.coldstart.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Divides text into words: each as it is written and by its stem, and names such as
 * {@code maxReceiveCount} whole and in parts.
 */
final class Words extends Analyzer {

	private static final int PARTS = WordDelimiterGraphFilter.GENERATE_WORD_PARTS
			| WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS | WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE
			| WordDelimiterGraphFilter.PRESERVE_ORIGINAL;

	/**
	 * Return a word and its stem, as they are in the index.
	 * @param word the word
	 * @return one or two words
	 */
	static List<String> stems(String word) {
		List<String> stems = new ArrayList<>();
		try (Words words = new Words(); TokenStream tokens = words.tokenStream("", word)) {
			CharTermAttribute token = tokens.addAttribute(CharTermAttribute.class);
			tokens.reset();
			while (tokens.incrementToken()) {
				stems.add(token.toString());
			}
			tokens.end();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A word in memory cannot be read", ex);
		}
		return stems;
	}

	@Override
	protected TokenStreamComponents createComponents(String field) {
		StandardTokenizer tokenizer = new StandardTokenizer();
		TokenStream words = new LowerCaseFilter(
				new FlattenGraphFilter(new WordDelimiterGraphFilter(tokenizer, PARTS, null)));
		TokenStream stems = new PorterStemFilter(new KeywordRepeatFilter(words));
		return new TokenStreamComponents(tokenizer, new RemoveDuplicatesTokenFilter(stems));
	}

}
