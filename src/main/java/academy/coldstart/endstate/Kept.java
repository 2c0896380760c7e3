package academy.coldstart.endstate;

import java.util.List;
import java.util.function.Function;

/**
 * The first of what there is, and how much that is.
 *
 * @param <T> what it is
 * @param first what is kept, in a fixed order
 * @param count how many there are, kept or not
 * @param counted whether that is exact; else there are at least as many
 */
public record Kept<T>(List<T> first, long count, boolean counted) {

	public Kept {
		first = List.copyOf(first);
	}

	/**
	 * Keep everything.
	 * @param <T> what it is
	 * @param all all that there is
	 * @return all of it
	 */
	public static <T> Kept<T> all(List<T> all) {
		return new Kept<>(all, all.size(), true);
	}

	/**
	 * Return how many are not kept.
	 * @return the number; when not all were counted, there may be more
	 */
	public long more() {
		return Math.max(0, this.count - this.first.size());
	}

	/**
	 * Say whether nothing was left out.
	 * @return whether all that there is is kept
	 */
	public boolean complete() {
		return this.counted && more() == 0;
	}

	String number() {
		return this.counted ? Long.toString(this.count) : this.count + " or more";
	}

	<R> Kept<R> map(Function<T, R> mapping) {
		return new Kept<>(this.first.stream().map(mapping).toList(), this.count, this.counted);
	}

}
