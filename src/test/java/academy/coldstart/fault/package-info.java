/**
 * Tests of the rules for faults.
 */
@NullMarked
package academy.coldstart.fault;

import org.jspecify.annotations.NullMarked;
