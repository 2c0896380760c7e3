/**
 * Tests of the pages in this package.
 */
@NullMarked
package academy.coldstart.submission.web;

import org.jspecify.annotations.NullMarked;
