/**
 * Tests that kill the application, its engine and its disks, and look at what is left.
 */
@NullMarked
package academy.coldstart.survival;

import org.jspecify.annotations.NullMarked;
