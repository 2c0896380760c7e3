package academy.coldstart.recording.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query string or a form, in order and with repetitions.
 *
 * @param fields the parameters
 */
public record Form(List<Field> fields) {

	/** No parameters. */
	public static final Form EMPTY = new Form(List.of());

	public Form {
		fields = List.copyOf(fields);
	}

	/**
	 * Parse the text of a query string or a form.
	 * @param text the text, without a leading question mark
	 * @return the parameters
	 */
	public static Form parse(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return EMPTY;
		}
		List<Field> fields = new ArrayList<>();
		for (String part : text.split("&", -1)) {
			if (!part.isEmpty()) {
				int equals = part.indexOf('=');
				String name = (equals < 0) ? part : part.substring(0, equals);
				fields.add(new Field(PercentCoding.decode(name, true),
						(equals < 0) ? null : PercentCoding.decode(part.substring(equals + 1), true)));
			}
		}
		return new Form(fields);
	}

	public boolean contains(String name) {
		return this.fields.stream().anyMatch((field) -> field.name().equals(name));
	}

	/**
	 * Return all values of a parameter.
	 * @param name the exact name
	 * @return the values in order, with "" for one without a value
	 */
	public List<String> all(String name) {
		return this.fields.stream().filter((field) -> field.name().equals(name)).map(Field::text).toList();
	}

	/**
	 * Return the first value of a parameter.
	 * @param name the exact name
	 * @return the value, or null
	 */
	public @Nullable String first(String name) {
		List<String> all = all(name);
		return all.isEmpty() ? null : all.getFirst();
	}

	/**
	 * Return these parameters without some.
	 * @param unwanted what to leave out
	 * @return the rest
	 */
	public Form without(Predicate<Field> unwanted) {
		return new Form(this.fields.stream().filter(unwanted.negate()).toList());
	}

	/**
	 * Return these parameters and one more.
	 * @param name its name
	 * @param value its value
	 * @return the parameters
	 */
	public Form with(String name, String value) {
		List<Field> more = new ArrayList<>(this.fields);
		more.add(new Field(name, value));
		return new Form(more);
	}

	/**
	 * Write the parameters as a query string or a form.
	 * @return the text, encoded anew
	 */
	public String encode() {
		return this.fields.stream()
			.map((field) -> PercentCoding.encode(field.name())
					+ ((field.value() != null) ? "=" + PercentCoding.encode(field.value()) : ""))
			.collect(Collectors.joining("&"));
	}

	/**
	 * One parameter.
	 *
	 * @param name the name
	 * @param value the value, or null when there is no equals sign
	 */
	public record Field(String name, @Nullable String value) {

		String text() {
			return (this.value != null) ? this.value : "";
		}

	}

}
