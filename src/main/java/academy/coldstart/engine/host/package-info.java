/**
 * LocalStack as a child process of this application.
 */
@NullMarked
package academy.coldstart.engine.host;

import org.jspecify.annotations.NullMarked;
