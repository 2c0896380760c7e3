package academy.coldstart.grading.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * Counts how many steps it takes to decide the conditions of a template by the plain way,
 * which asks again whenever a condition is named: that doubles with each level.
 */
final class ConditionCosts {

	/** The most steps for one condition. */
	static final long MOST = 10_000;

	/** How far conditions may refer to each other. */
	static final int MAX_CHAIN = 20;

	private final Template template;

	private final Map<String, Long> costs = new HashMap<>();

	private final Set<String> open = new LinkedHashSet<>();

	ConditionCosts(Template template) {
		this.template = template;
	}

	/**
	 * Demand that all conditions can be decided.
	 * @throws InvalidTemplate for the first one that cannot
	 */
	void check() {
		this.template.root().path("Conditions").properties().forEach((entry) -> {
			if (named(entry.getKey()) > MOST) {
				throw new InvalidTemplate("template-too-large",
						"The condition %s takes more than %,d steps to decide, because its parts are named over and over. "
							.formatted(entry.getKey(), MOST) + "Name each part once.",
						this.template.line("Conditions/" + entry.getKey()));
			}
		});
	}

	private long named(String name) {
		Long known = this.costs.get(name);
		if (known != null) {
			return known;
		}
		if (!this.open.add(name)) {
			throw circle(name);
		}
		if (this.open.size() > MAX_CHAIN) {
			throw tooFar(name);
		}
		long cost = of(this.template.root().path("Conditions").path(name));
		this.open.remove(name);
		this.costs.put(name, cost);
		return cost;
	}

	private long of(JsonNode value) {
		long cost = 1;
		if (value.path("Condition").isString()) {
			cost += named(value.path("Condition").stringValue());
		}
		for (JsonNode part : value.values()) {
			cost = Math.min(cost + of(part), 2 * MOST);
		}
		return cost;
	}

	private InvalidTemplate tooFar(String name) {
		return new InvalidTemplate("template-too-large",
				"The condition %s is reached through more than %d others. Combine some of them.".formatted(name,
						MAX_CHAIN),
				this.template.line("Conditions/" + name));
	}

	private InvalidTemplate circle(String name) {
		List<String> names = new ArrayList<>(this.open);
		List<String> circle = new ArrayList<>(names.subList(names.indexOf(name), names.size()));
		circle.add(name);
		return new InvalidTemplate("circular-reference", "The conditions refer to each other in a circle: "
				+ String.join(" → ", circle) + ". Take one of these references away.",
				this.template.line("Conditions/" + name));
	}

}
