/**
 * Tests of the pages in this package.
 */
@NullMarked
package academy.coldstart.grading.web;

import org.jspecify.annotations.NullMarked;
