/**
 * The commands of the command line: run, grade, check, verify, bench, attack, doctor and
 * install.
 */
@ApplicationModule(allowedDependencies = { "attack", "bench", "course", "demonstration", "submission", "grading",
		"engine", "isolation", "trace" })
@NullMarked
package academy.coldstart.command;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
