package academy.coldstart.grading.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds circles in a graph.
 */
final class Cycles {

	private final Map<String, ? extends Set<String>> edges;

	private final Set<String> done = new HashSet<>();

	private final Deque<String> path = new ArrayDeque<>();

	private Cycles(Map<String, ? extends Set<String>> edges) {
		this.edges = edges;
	}

	/**
	 * Find circles that have no node in common.
	 * @param edges what each node points to
	 * @return the nodes of each circle, its first node repeated at the end
	 */
	static List<List<String>> all(Map<String, ? extends Set<String>> edges) {
		Map<String, Set<String>> left = new LinkedHashMap<>(edges);
		List<List<String>> circles = new ArrayList<>();
		List<String> circle = find(left);
		while (!circle.isEmpty()) {
			circles.add(circle);
			circle.forEach((node) -> left.put(node, Set.of()));
			circle = find(left);
		}
		return circles;
	}

	private static List<String> find(Map<String, ? extends Set<String>> edges) {
		Cycles cycles = new Cycles(edges);
		for (String node : edges.keySet()) {
			List<String> cycle = cycles.from(node);
			if (!cycle.isEmpty()) {
				return cycle;
			}
		}
		return List.of();
	}

	private List<String> from(String node) {
		if (this.path.contains(node)) {
			return closed(node);
		}
		if (!this.done.add(node)) {
			return List.of();
		}
		this.path.addLast(node);
		for (String next : Objects.requireNonNull(this.edges.get(node))) {
			List<String> cycle = from(next);
			if (!cycle.isEmpty()) {
				return cycle;
			}
		}
		this.path.removeLast();
		return List.of();
	}

	private List<String> closed(String node) {
		List<String> cycle = new ArrayList<>();
		for (String step : this.path) {
			if (!cycle.isEmpty() || step.equals(node)) {
				cycle.add(step);
			}
		}
		cycle.add(node);
		return cycle;
	}

}
