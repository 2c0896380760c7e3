/**
 * Tests of the benchmarks.
 */
@NullMarked
package academy.coldstart.bench;

import org.jspecify.annotations.NullMarked;
