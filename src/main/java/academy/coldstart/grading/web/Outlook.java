package academy.coldstart.grading.web;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What is known of when a grading goes on that waits.
 *
 * @param estimate how long the gradings before it take, where that was measured
 * @param engineMissing whether nothing can be graded before the engine is ready
 */
record Outlook(@Nullable Duration estimate, boolean engineMissing) {

	/** Nothing is known, and nothing keeps it from going on. */
	static final Outlook OPEN = new Outlook(null, false);

}
