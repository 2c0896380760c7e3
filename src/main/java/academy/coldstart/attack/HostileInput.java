package academy.coldstart.attack;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * A file that somebody hands in to do harm. For templates it is the text; for archives
 * the repeated text is the name of their entries.
 *
 * @param name what it is
 * @param rule the short name of the rule that refuses it, or null when it is taken and
 * does no harm
 * @param says what the sentence has to contain with which it is refused, or null
 * @param head how the text begins
 * @param repeat what follows, where {@code {n}} stands for the number
 * @param times how often, 1 when 0
 * @param tail what follows that
 * @param close how the text ends, as often as the middle was repeated
 * @param zeros how many zeros are in each entry
 * @param mode the file mode of entries, in octal digits
 * @param damage what is wrong with the archive
 */
record HostileInput(String name, @Nullable String rule, @Nullable String says, @Nullable String head,
		@Nullable String repeat, int times, @Nullable String tail, @Nullable String close, int zeros,
		@Nullable String mode, @Nullable Damage damage) {

	HostileInput {
		times = Math.max(1, times);
	}

	byte[] text() {
		return (or(this.head) + IntStream.range(0, this.times).mapToObj(this::part).collect(Collectors.joining())
				+ or(this.tail) + or(this.close).repeat(this.times))
			.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Return the name of an entry of an archive.
	 * @param number its number
	 * @return its name; that of the last one is the tail, where there is one
	 */
	String entry(int number) {
		return (this.tail != null && number == this.times - 1) ? this.tail : part(number);
	}

	private String part(int number) {
		return or(this.repeat).replace("{n}", Integer.toString(number));
	}

	int unixMode() {
		return Integer.parseInt(Objects.requireNonNullElse(this.mode, "100644"), 8);
	}

	Damage kind() {
		return Objects.requireNonNullElse(this.damage, Damage.NONE);
	}

	private static String or(@Nullable String text) {
		return Objects.requireNonNullElse(text, "");
	}

	/**
	 * What is wrong with an archive.
	 */
	enum Damage {

		/** Nothing. */
		NONE,

		/** It says that it is encrypted. */
		ENCRYPTED,

		/** Its end is missing. */
		TRUNCATED,

		/** Its directory states smaller files than there are. */
		LYING,

		/** Names are not UTF-8. */
		BYTES,

		/** All entries are the same bytes. */
		OVERLAPPING,

		/** Something stands before it. */
		POLYGLOT

	}

}
