/**
 * The site as a whole: all pages on a real server and in a real browser, with a course,
 * submissions, gradings and an engine that are test doubles.
 */
@NullMarked
package academy.coldstart.site;

import org.jspecify.annotations.NullMarked;
