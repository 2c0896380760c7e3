/**
 * Tests of the pages of progress.
 */
@NullMarked
package academy.coldstart.progress.web;

import org.jspecify.annotations.NullMarked;
