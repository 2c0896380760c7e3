/**
 * Tests of the page that searches.
 */
@NullMarked
package academy.coldstart.search.web;

import org.jspecify.annotations.NullMarked;
