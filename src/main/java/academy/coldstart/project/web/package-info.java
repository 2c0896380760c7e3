/**
 * Hands out folders and lists libraries.
 */
@NullMarked
package academy.coldstart.project.web;

import org.jspecify.annotations.NullMarked;
