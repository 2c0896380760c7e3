package academy.coldstart.isolation;

import java.util.HashSet;
import java.util.Set;

/**
 * Hands out unprivileged user ids, so that no two programs share one at a time.
 */
final class UserIds {

	private final int first;

	private final int count;

	private final Set<Integer> taken = new HashSet<>();

	private int next;

	UserIds(int first, int count) {
		if (first < 1000) {
			throw new IllegalArgumentException("User ids of learner programs start at 1000 or above, not at " + first);
		}
		this.first = first;
		this.count = count;
	}

	synchronized int take() {
		for (int i = 0; i < this.count; i++) {
			int id = this.first + (this.next++ % this.count);
			if (this.taken.add(id)) {
				return id;
			}
		}
		throw new IllegalStateException("All " + this.count + " user ids for learner programs are in use");
	}

	synchronized Set<Integer> taken() {
		return Set.copyOf(this.taken);
	}

	synchronized void giveBack(int id) {
		this.taken.remove(id);
	}

}
