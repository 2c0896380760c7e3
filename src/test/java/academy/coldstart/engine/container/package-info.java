/**
 * Tests of LocalStack in a container.
 */
@NullMarked
package academy.coldstart.engine.container;

import org.jspecify.annotations.NullMarked;
