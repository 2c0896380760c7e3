package academy.coldstart.simulator;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something that can be set, and the values that it may have.
 */
public sealed interface Control {

	/**
	 * Return what it is called.
	 * @return the name
	 */
	Name name();

	/**
	 * Return the setting that it belongs to, if it does nothing without.
	 * @return the condition
	 */
	@Nullable When when();

	/**
	 * Return what is set when nobody asks for anything.
	 * @return the value, empty when it is not set then
	 */
	String standard();

	/**
	 * Take what was asked for, or what comes nearest.
	 * @param asked the text
	 * @return the value
	 */
	Reading read(String asked);

	/**
	 * What a control is called.
	 *
	 * @param id its name in addresses
	 * @param label its label, with the unit
	 * @param help a sentence on what it means, may be empty
	 */
	record Name(String id, String label, String help) {
	}

	/**
	 * The choice that another control has to have.
	 *
	 * @param control the id of that control
	 * @param value its value
	 */
	record When(String control, String value) {
	}

	/**
	 * What was taken.
	 *
	 * @param value the value
	 * @param correction what was changed and why, if anything was
	 */
	record Reading(String value, @Nullable String correction) {
	}

	/**
	 * A whole number.
	 *
	 * @param name what it is called
	 * @param least the smallest value
	 * @param most the largest value
	 * @param usual the value when nobody asks for one; if there is none, it may be left
	 * empty
	 * @param when the condition
	 */
	record Amount(Name name, int least, int most, @Nullable Integer usual, @Nullable When when) implements Control {

		@Override
		public String standard() {
			return (this.usual != null) ? this.usual.toString() : "";
		}

		/**
		 * Tell whether it may be left empty.
		 * @return whether it may
		 */
		public boolean isOptional() {
			return this.usual == null;
		}

		@Override
		public Reading read(String asked) {
			String text = asked.strip();
			if (text.isEmpty()) {
				return new Reading(standard(), null);
			}
			if (!text.matches("-?\\d{1,9}")) {
				return new Reading(standard(), "%s: '%s' is not a whole number, so %s is shown."
					.formatted(this.name.label(), shortened(text), isOptional() ? "none" : standard()));
			}
			int value = Math.clamp(Integer.parseInt(text), this.least, this.most);
			return new Reading(Integer.toString(value),
					(value == Integer.parseInt(text)) ? null : "%s may be %,d to %,d, so %,d is shown."
						.formatted(this.name.label(), this.least, this.most, value));
		}

		private static String shortened(String text) {
			return (text.length() > 20) ? text.substring(0, 20) + "…" : text;
		}

	}

	/**
	 * One of a few.
	 *
	 * @param name what it is called
	 * @param options what there is to choose from; the first one is usual
	 * @param when the condition
	 */
	record Choice(Name name, List<Option> options, @Nullable When when) implements Control {

		public Choice {
			options = List.copyOf(options);
		}

		@Override
		public String standard() {
			return this.options.getFirst().value();
		}

		@Override
		public Reading read(String asked) {
			if (asked.isBlank()) {
				return new Reading(standard(), null);
			}
			return this.options.stream()
				.filter((option) -> option.value().equals(asked))
				.findFirst()
				.map((option) -> new Reading(option.value(), null))
				.orElseGet(() -> new Reading(standard(), "%s has no such choice, so '%s' is shown."
					.formatted(this.name.label(), this.options.getFirst().label())));
		}

	}

	/**
	 * One of the things to choose from.
	 *
	 * @param value its name in addresses
	 * @param label what the form shows
	 */
	record Option(String value, String label) {
	}

}
