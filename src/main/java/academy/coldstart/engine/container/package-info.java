/**
 * LocalStack in a container, in an image that is built here once. Functions run on the
 * machine all the same.
 */
@NullMarked
package academy.coldstart.engine.container;

import org.jspecify.annotations.NullMarked;
