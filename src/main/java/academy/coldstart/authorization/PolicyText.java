package academy.coldstart.authorization;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A text of a policy, in which variables may stand for what is known of a request.
 * Source: IAM User Guide, IAM policy elements: Variables and tags.
 *
 * @param source the text as it is written
 * @param parts what it is made of
 */
record PolicyText(String source, List<Part> parts) {

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

	private static final Pattern DEFAULT = Pattern.compile("([^,]+?)\\s*,\\s*'(.*)'");

	PolicyText {
		parts = List.copyOf(parts);
	}

	/**
	 * Read a text.
	 * @param source the text
	 * @param variables whether the policy has a version that knows variables
	 * @return the text with its variables
	 */
	static PolicyText of(String source, boolean variables) {
		List<Part> parts = new ArrayList<>();
		Matcher matcher = VARIABLE.matcher(source);
		int done = 0;
		while (variables && matcher.find()) {
			parts.add(new Written(source.substring(done, matcher.start())));
			parts.add(variable(matcher.group(1)));
			done = matcher.end();
		}
		parts.add(new Written(source.substring(done)));
		return new PolicyText(source, parts);
	}

	private static Part variable(String inside) {
		if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
			return new Plain(inside);
		}
		Matcher matcher = DEFAULT.matcher(inside.trim());
		return matcher.matches() ? new Variable(matcher.group(1), matcher.group(2)) : new Variable(inside.trim(), null);
	}

	/**
	 * Return the text as a pattern for a request.
	 * @param context what is known of the request
	 * @return the compiled pattern, or null when a variable has no value
	 */
	@Nullable String pattern(RequestContext context) {
		return resolved(context, true);
	}

	/**
	 * Return the text for a request, without wildcards.
	 * @param context what is known of the request
	 * @return the text, or null when a variable has no value
	 */
	@Nullable String literal(RequestContext context) {
		return resolved(context, false);
	}

	/**
	 * Return the text as a pattern whose variables have any value.
	 * @return the compiled pattern
	 */
	String widest() {
		StringBuilder result = new StringBuilder();
		for (Part part : this.parts) {
			result.append(switch (part) {
				case Written written -> written.pattern();
				case Plain plain -> plain.text();
				case Variable ignored -> String.valueOf(Glob.MANY);
			});
		}
		return result.toString();
	}

	private @Nullable String resolved(RequestContext context, boolean wildcards) {
		if (this.parts.size() == 1 && this.parts.getFirst() instanceof Written only) {
			return wildcards ? only.pattern() : only.text();
		}
		StringBuilder result = new StringBuilder();
		for (Part part : this.parts) {
			String text = switch (part) {
				case Written written -> wildcards ? written.pattern() : written.text();
				case Plain plain -> plain.text();
				case Variable variable -> context.single(variable.key().toLowerCase(Locale.ROOT), variable.otherwise());
			};
			if (text == null) {
				return null;
			}
			result.append(text);
		}
		return result.toString();
	}

	/**
	 * A part of a text.
	 */
	sealed interface Part {

	}

	/**
	 * What is written, with its wildcards.
	 *
	 * @param text the text
	 * @param pattern the compiled pattern of it
	 */
	record Written(String text, String pattern) implements Part {

		Written(String text) {
			this(text, Glob.compile(text));
		}

	}

	/**
	 * A character that would have a meaning without its braces.
	 *
	 * @param text the character
	 */
	record Plain(String text) implements Part {
	}

	/**
	 * A variable.
	 *
	 * @param key the condition key that it takes its value from
	 * @param otherwise its value when the request has none, or null
	 */
	record Variable(String key, @Nullable String otherwise) implements Part {
	}

}
