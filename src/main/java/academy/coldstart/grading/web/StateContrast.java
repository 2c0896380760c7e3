package academy.coldstart.grading.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import academy.coldstart.endstate.EndState;
import academy.coldstart.grading.web.EndStateView.ResourceView;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt left in its tables, queues and buckets, beside what the reference left.
 *
 * @param rows how much is in each resource of the attempt
 * @param difference where they differ first; null until the exercise is passed, as keys
 * and values of the reference are its solution
 */
record StateContrast(List<Row> rows, @Nullable StateDifference difference) {

	StateContrast {
		rows = List.copyOf(rows);
	}

	// What only the reference has stays unnamed: it may be what the exercise is about.
	static StateContrast of(EndState own, EndState reference, boolean passed) {
		Map<String, String> other = EndStateViews.resources(reference)
			.stream()
			.collect(Collectors.toMap(ResourceView::id, ResourceView::summary, (one, another) -> one));
		List<Row> rows = EndStateViews.resources(own)
			.stream()
			.map((resource) -> new Row(resource.id(), resource.summary(),
					Objects.requireNonNullElse(other.get(resource.id()), "not known")))
			.toList();
		return new StateContrast(rows, passed ? StateDifference.first(own, reference) : null);
	}

	/**
	 * A resource.
	 *
	 * @param id its logical id
	 * @param own how much the attempt left in it
	 * @param reference how much the reference left in it
	 */
	record Row(String id, String own, String reference) {

		/**
		 * Return whether it is the same in both.
		 * @return whether it is
		 */
		public boolean isSame() {
			return this.own.equals(this.reference);
		}

	}

}
