/**
 * Tests of the pages in this package.
 */
@NullMarked
package academy.coldstart.course.web;

import org.jspecify.annotations.NullMarked;
