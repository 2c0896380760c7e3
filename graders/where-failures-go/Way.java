package academy.coldstart.graders.wherefailuresgo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Everything that is reached from a destination, as far as settings tell: what a function
 * does with what it gets is its own affair.
 *
 * @param hops the places by their ARNs, the nearest first; the destination is the first
 */
record Way(Map<String, Hop> hops) {

	Way {
		hops = new LinkedHashMap<>(hops);
	}

	/**
	 * Return the ARNs on the way to a place that is reached.
	 * @param arn the ARN of the place
	 * @return the ARNs, both ends among them
	 */
	List<String> path(String arn) {
		List<String> path = new ArrayList<>();
		for (String at = arn; at != null; at = from(at)) {
			path.addFirst(at);
		}
		return path;
	}

	/**
	 * Find the way to a function.
	 * @param function the name of the function
	 * @return the ARNs on the way, both ends among them, or empty when there is none
	 */
	Optional<List<String>> to(String function) {
		return functions().stream()
			.filter((hop) -> Names.last(hop.arn()).equals(function))
			.findFirst()
			.map((hop) -> path(hop.arn()));
	}

	List<Hop> functions() {
		return this.hops.values().stream().filter(Hop::isFunction).toList();
	}

	List<Hop> queues() {
		return this.hops.values().stream().filter(Hop::isQueue).toList();
	}

	/**
	 * Return what the destination hands on to.
	 * @return the places
	 */
	List<Hop> further() {
		return this.hops.values().stream().filter((hop) -> hop.from() != null && isFirst(hop.from())).toList();
	}

	private boolean isFirst(String arn) {
		Hop hop = this.hops.get(arn);
		return hop != null && hop.from() == null;
	}

	private @Nullable String from(String arn) {
		Hop hop = this.hops.get(arn);
		return (hop != null) ? hop.from() : null;
	}

}
