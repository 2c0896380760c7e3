package academy.coldstart.highlighting;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HighlighterTests {

	private static final List<String> LANGUAGES = List.of("python", "javascript", "java", "yaml", "json", "bash",
			"text");

	@ParameterizedTest
	@CsvSource(delimiterString = " => ", quoteCharacter = '|',
			textBlock = """
					python => def f(x): => <span class="hl-keyword">def</span> f(x):
					python => x = 'a < b'  # why => x = <span class="hl-string">&#39;a &lt; b&#39;</span>  <span class="hl-comment"># why</span>
					javascript => return 1.5; => <span class="hl-keyword">return</span> <span class="hl-value">1.5</span>;
					java => @Override => <span class="hl-type">@Override</span>
					yaml => Type: AWS::SQS::Queue => <span class="hl-key">Type</span>: AWS::SQS::Queue
					json => {"a": true} => {<span class="hl-key">&quot;a&quot;</span>: <span class="hl-value">true</span>}
					text => def f => def f""")
	void marksTheWordsOfALanguage(String language, String code, String html) {
		assertThat(Highlighter.html(language, code)).isEqualTo(html);
	}

	@Test
	void knowsWhatBeganOnAnEarlierLine() {
		assertThat(Highlighter.lines("java", "/* one\n two */ int x;")).containsExactly(
				"<span class=\"hl-comment\">/* one</span>",
				"<span class=\"hl-comment\"> two */</span> <span class=\"hl-type\">int</span> x;");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "a\n\nb\n", "\tif x:\n\t\ty\n", "'never ended\n", "/* never ended" })
	void changesNothingButTheColors(String code) {
		for (String language : LANGUAGES) {
			String html = Highlighter.html(language, code);
			assertThat(html.replaceAll("</?span[^>]*>", "").replace("&#39;", "'").replace("&quot;", "\"")).as(language)
				.isEqualTo(code);
		}
	}

	@Test
	void letsNoTextBecomeMarkup() {
		for (String language : LANGUAGES) {
			for (String text : Stream.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'</code>")
				.toList()) {
				assertThat(Highlighter.html(language, text).replaceAll("<span class=\"hl-[a-z]+\">|</span>", ""))
					.as(language)
					.doesNotContain("<", ">", "\"", "'");
			}
		}
	}

}
