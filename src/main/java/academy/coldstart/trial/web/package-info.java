/**
 * The part of the exercise page where code is tried.
 */
@NullMarked
package academy.coldstart.trial.web;

import org.jspecify.annotations.NullMarked;
