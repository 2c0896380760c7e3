/**
 * Tests of the execution module.
 */
@NullMarked
package academy.coldstart.execution;

import org.jspecify.annotations.NullMarked;
