/**
 * The pages of the course: the map and the lessons.
 */
@NullMarked
package academy.coldstart.course.web;

import org.jspecify.annotations.NullMarked;
