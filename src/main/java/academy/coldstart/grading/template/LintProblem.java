package academy.coldstart.grading.template;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Something in a template that AWS would refuse, as cfn-lint found it.
 *
 * @param rule the rule of cfn-lint, such as {@code E3002}
 * @param message what cfn-lint says
 * @param path the keys and positions that lead to it in the processed template
 * @param suggestion what may be meant, or null
 */
public record LintProblem(String rule, String message, List<String> path, @Nullable String suggestion) {

	private static final Pattern UNKNOWN = Pattern
		.compile("Additional properties are not allowed \\('(.+?)' was unexpected(?:\\. Did you mean '(.+?)'\\?)?\\)");

	private static final Pattern MISSING = Pattern.compile("'(.+)' is a required property");

	private static final Pattern TYPE = Pattern.compile("(.+) is not of type (.+)", Pattern.DOTALL);

	private static final Pattern CHOICE = Pattern.compile("'(.*)' is not one of \\[(.+)]", Pattern.DOTALL);

	private static final Pattern SAM = Pattern
		.compile("Error transforming template: Resource with id \\[(.+?)] is invalid\\. (.+)", Pattern.DOTALL);

	private static final Pattern SAM_UNKNOWN = Pattern.compile("property (\\S+) not defined for resource of type \\S+");

	private static final Map<String, String> TYPES = Map.of("'integer'", "a whole number", "'number'", "a number",
			"'string'", "a text", "'array'", "a list", "'object'", "a map", "'boolean'", "true or false");

	public LintProblem {
		// Some rules put the path of what they compare behind the path of what they began
		// with.
		path = List.copyOf(path.subList(Math.max(0, path.lastIndexOf("Resources")), path.size()));
	}

	/**
	 * Describe it for the author of the template.
	 * @param template the template as it was written
	 * @param others how many more problems there are
	 * @return the exception to throw
	 */
	public InvalidTemplate describe(Template template, int others) {
		WrittenPlaces places = new WrittenPlaces(template);
		Matcher sam = SAM.matcher(this.message);
		boolean isSam = sam.matches();
		String text = isSam ? sam(sam, places) : text(places);
		Integer line = isSam ? samLine(sam, places) : places.line(this.path);
		String more = (others > 0) ? " There " + ((others == 1) ? "is 1 more." : "are " + others + " more.") : "";
		return new InvalidTemplate("refused-by-aws",
				"AWS would refuse the template: %s (cfn-lint %s)%s".formatted(text, this.rule, more), line);
	}

	/**
	 * Say what has to be mended: rules look at the same value from several sides.
	 * @return the place, with the name of what is missing there
	 */
	String cause() {
		Matcher missing = MISSING.matcher(this.message);
		if (missing.matches()) {
			return place() + "/" + missing.group(1);
		}
		return this.path.isEmpty() ? this.message : place();
	}

	/**
	 * Say what the name of an unknown property may stand for: where it is misspelled, it
	 * is missing, too.
	 * @return the cause of the problem that it is missing, or an empty text
	 */
	String meant() {
		Matcher unknown = UNKNOWN.matcher(this.message);
		return (unknown.matches() && unknown.group(2) != null)
				? place().replaceFirst("[^/]*$", Matcher.quoteReplacement(unknown.group(2))) : "";
	}

	private String place() {
		return String.join("/", this.path);
	}

	private String text(WrittenPlaces places) {
		Matcher unknown = UNKNOWN.matcher(this.message);
		if (unknown.matches()) {
			return unknown(places, unknown.group(1), unknown.group(2));
		}
		Matcher missing = MISSING.matcher(this.message);
		if (missing.matches()) {
			return "%s lacks %s.".formatted(place(places, this.path), missing.group(1));
		}
		Matcher type = TYPE.matcher(this.message);
		if (type.matches()) {
			return "%s is %s, but must be %s.".formatted(place(places, this.path), type.group(1),
					TYPES.getOrDefault(type.group(2), type.group(2)));
		}
		Matcher choice = CHOICE.matcher(this.message);
		if (choice.matches()) {
			return choice(places, choice.group(1), choice.group(2));
		}
		return place(places, this.path) + ": " + this.message + (this.message.endsWith(".") ? "" : ".");
	}

	private String unknown(WrittenPlaces places, String name, @Nullable String near) {
		List<String> owner = this.path.subList(0, Math.max(0, this.path.size() - 1));
		if (owner.size() == 2 && owner.getFirst().equals("Resources")) {
			return "%s has %s beside its Properties. Indent it, so that it stands below Properties."
				.formatted(place(places, owner), name);
		}
		return "%s has no property %s.%s".formatted(place(places, owner), name, meant(near));
	}

	private String choice(WrittenPlaces places, String written, String choices) {
		List<String> known = Arrays.stream(choices.split(",", -1))
			.map((one) -> one.strip().replaceAll("^'|'$", ""))
			.toList();
		String near = NearestType.find(written, known).orElse(null);
		int getAtt = this.path.indexOf("Fn::GetAtt");
		if (getAtt > 0) {
			return "%s refers to %s, which does not exist.%s".formatted(place(places, this.path.subList(0, getAtt)),
					written, meant(near));
		}
		return "%s is %s, which is none of %s.%s".formatted(place(places, this.path), written,
				String.join(", ", known.subList(0, Math.min(8, known.size()))), meant(near));
	}

	private String sam(Matcher error, WrittenPlaces places) {
		Matcher unknown = SAM_UNKNOWN.matcher(error.group(2));
		String owner = capital(places.name(error.group(1)));
		if (unknown.matches()) {
			return "%s has no property %s.%s".formatted(owner, unknown.group(1), meant(this.suggestion));
		}
		return owner + ": " + error.group(2) + (error.group(2).endsWith(".") ? "" : ".");
	}

	private @Nullable Integer samLine(Matcher error, WrittenPlaces places) {
		Matcher name = Pattern.compile("(?:property |')(\\w+)'? ").matcher(error.group(2));
		return name.find() ? places.line(List.of("Resources", error.group(1), "Properties", name.group(1)))
				: places.line(error.group(1));
	}

	private static String meant(@Nullable String near) {
		return (near != null) ? " Did you mean " + near + "?" : "";
	}

	private static String place(WrittenPlaces places, List<String> path) {
		if (path.size() < 2 || !path.getFirst().equals("Resources")) {
			return path.isEmpty() ? "The template" : String.join(".", path);
		}
		String owner = places.name(path.get(1));
		List<String> rest = path.stream()
			.skip(2)
			.filter((part) -> !part.matches("Properties|\\d+|Fn::.*|Ref"))
			.toList();
		return rest.isEmpty() ? capital(places.described(path.get(1))) : String.join(".", rest) + " of " + owner;
	}

	private static String capital(String text) {
		return Character.toUpperCase(text.charAt(0)) + text.substring(1);
	}

}
