package academy.coldstart.endstate;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What two states differ in.
 *
 * @param kind what differs
 * @param resource the logical id of the table, queue or bucket
 * @param entry the entry of which a value differs: the key of an item or of an object, or
 * the body of a message; else null
 * @param property what is compared: {@code table}, {@code items}, {@code visible
 * messages}, {@code message}, the name of an attribute
 * @param expected what it is in the one state, or null when it is not there
 * @param actual what it is in the other state, or null when it is not there
 */
public record Difference(Kind kind, String resource, @Nullable String entry, String property, @Nullable String expected,
		@Nullable String actual) {

	boolean isBeside(Difference other) {
		return this.kind == other.kind && this.resource.equals(other.resource)
				&& Objects.equals(this.entry, other.entry);
	}

	/**
	 * What can differ, from what says most to what says least.
	 */
	public enum Kind {

		/** One lacks the resource, or its key is another one. */
		RESOURCE,

		/** One has more in it. */
		NUMBER,

		/** One has an item, a message or an object that the other one lacks. */
		ENTRY,

		/** The same entry has another value. */
		VALUE

	}

}
