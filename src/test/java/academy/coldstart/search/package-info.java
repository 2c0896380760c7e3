/**
 * Tests of the search.
 */
@NullMarked
package academy.coldstart.search;

import org.jspecify.annotations.NullMarked;
