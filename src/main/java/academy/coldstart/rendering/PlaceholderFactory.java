package academy.coldstart.rendering;

import java.util.Set;
import java.util.regex.Pattern;

import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes placeholders in double braces within a text.
 */
final class PlaceholderFactory implements InlineParserExtensionFactory {

	private static final Pattern FORM = Pattern.compile("^\\{\\{[^{}\\n]*}}");

	@Override
	public CharSequence getCharacters() {
		return "{";
	}

	@Override
	public InlineParserExtension apply(LightInlineParser parser) {
		return new Extension();
	}

	@Override
	public @Nullable Set<Class<?>> getAfterDependents() {
		return null;
	}

	@Override
	public @Nullable Set<Class<?>> getBeforeDependents() {
		return null;
	}

	@Override
	public boolean affectsGlobalScope() {
		return false;
	}

	private static final class Extension implements InlineParserExtension {

		@Override
		public void finalizeDocument(InlineParser inlineParser) {
		}

		@Override
		public void finalizeBlock(InlineParser inlineParser) {
		}

		@Override
		public boolean parse(LightInlineParser parser) {
			BasedSequence match = parser.match(FORM);
			if (match == null) {
				return false;
			}
			parser.flushTextNode();
			parser.getBlock().appendChild(new Placeholder(match, match.subSequence(2, match.length() - 2).trim()));
			return true;
		}

	}

}
