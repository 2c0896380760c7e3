/**
 * LocalStack as a child process of this application, installed from pinned packages.
 */
@NullMarked
package academy.coldstart.engine.host;

import org.jspecify.annotations.NullMarked;
