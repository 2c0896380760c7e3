/**
 * Grades submissions: jobs, packaging, deployment, running graders, reports and live
 * events.
 */
@ApplicationModule(allowedDependencies = { "course", "submission", "grader", "engine", "execution", "fault", "hint",
		"isolation", "recording", "timeline", "trace", "ui", "authorization", "endstate" })
@NullMarked
package academy.coldstart.grading;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
