/**
 * Tests of the pages in this package.
 */
@NullMarked
package academy.coldstart.ui;

import org.jspecify.annotations.NullMarked;
