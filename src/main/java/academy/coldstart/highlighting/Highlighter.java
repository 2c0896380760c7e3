package academy.coldstart.highlighting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.swing.text.Segment;

import org.fife.ui.rsyntaxtextarea.SyntaxConstants;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;

/**
 * Writes code as HTML in which its words carry classes. Style sheets give them colors.
 */
public final class Highlighter {

	private static final Map<String, String> SYNTAXES = Map.of("python", SyntaxConstants.SYNTAX_STYLE_PYTHON,
			"javascript", SyntaxConstants.SYNTAX_STYLE_JAVASCRIPT, "java", SyntaxConstants.SYNTAX_STYLE_JAVA, "yaml",
			SyntaxConstants.SYNTAX_STYLE_YAML, "json", SyntaxConstants.SYNTAX_STYLE_JSON, "bash",
			SyntaxConstants.SYNTAX_STYLE_UNIX_SHELL);

	private Highlighter() {
	}

	/**
	 * Write code.
	 * @param language its language, such as {@code python}; code of a language that is
	 * not known stays plain
	 * @param code the code
	 * @return safe HTML to be put into a {@code code} element, with the line breaks of
	 * the code
	 */
	public static String html(String language, String code) {
		String html = String.join("\n", lines(language, code));
		return code.endsWith("\n") ? html + "\n" : html;
	}

	/**
	 * Write code line by line, each of them whole in itself.
	 * @param language its language
	 * @param code the code
	 * @return safe HTML of each line, without line breaks
	 */
	public static List<String> lines(String language, String code) {
		String syntax = SYNTAXES.getOrDefault(language, SyntaxConstants.SYNTAX_STYLE_NONE);
		TokenMaker tokens = TokenMakerFactory.getDefaultInstance().getTokenMaker(syntax);
		List<String> lines = new ArrayList<>();
		int state = Token.NULL;
		for (String line : code.lines().toList()) {
			lines.add(line(tokens.getTokenList(segment(line), state, 0), language));
			state = tokens.getLastTokenTypeOnLine(segment(line), state);
		}
		return lines;
	}

	private static Segment segment(String line) {
		return new Segment(line.toCharArray(), 0, line.length());
	}

	private static String line(Token first, String language) {
		StringBuilder html = new StringBuilder();
		for (Token token = first; token != null && token.isPaintable(); token = token.getNextToken()) {
			String text = escape(token.getLexeme());
			String kind = isKey(token, language) ? "hl-key" : kind(token.getType());
			html.append(kind.isEmpty() ? text : "<span class=\"" + kind + "\">" + text + "</span>");
		}
		return html.toString();
	}

	// A colon makes a name of YAML a key, unless it is one of two, as in AWS::SQS::Queue.
	private static boolean isKey(Token token, String language) {
		Token next = token.getNextToken();
		if (!language.equals("yaml") || token.getType() != Token.IDENTIFIER || !isColon(next)) {
			return false;
		}
		return !isColon(next.getNextToken());
	}

	private static boolean isColon(Token token) {
		return token != null && token.isPaintable() && token.getLexeme().equals(":");
	}

	private static String kind(int type) {
		return switch (type) {
			case Token.COMMENT_EOL, Token.COMMENT_MULTILINE, Token.COMMENT_DOCUMENTATION, Token.COMMENT_KEYWORD,
					Token.COMMENT_MARKUP ->
				"hl-comment";
			case Token.RESERVED_WORD, Token.RESERVED_WORD_2 -> "hl-keyword";
			case Token.FUNCTION -> "hl-function";
			case Token.LITERAL_BOOLEAN, Token.LITERAL_NUMBER_DECIMAL_INT, Token.LITERAL_NUMBER_FLOAT,
					Token.LITERAL_NUMBER_HEXADECIMAL ->
				"hl-value";
			case Token.LITERAL_STRING_DOUBLE_QUOTE, Token.LITERAL_CHAR, Token.LITERAL_BACKQUOTE, Token.REGEX,
					Token.ERROR_STRING_DOUBLE, Token.ERROR_CHAR ->
				"hl-string";
			case Token.DATA_TYPE, Token.ANNOTATION -> "hl-type";
			case Token.VARIABLE -> "hl-key";
			default -> "";
		};
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;");
	}

}
