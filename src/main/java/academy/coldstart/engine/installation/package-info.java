/**
 * Installs what the engine and the functions need beside this application, from lock
 * files with hashes.
 */
@NullMarked
package academy.coldstart.engine.installation;

import org.jspecify.annotations.NullMarked;
