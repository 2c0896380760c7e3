/**
 * The commands of the command line: run, grade, check, verify, bench, doctor and install.
 */
@ApplicationModule(allowedDependencies = { "bench", "course", "submission", "grading", "engine", "isolation" })
@NullMarked
package academy.coldstart.command;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
