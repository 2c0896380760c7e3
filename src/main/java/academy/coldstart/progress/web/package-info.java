/**
 * Shows progress, and hands out or deletes what is kept.
 */
@NullMarked
package academy.coldstart.progress.web;

import org.jspecify.annotations.NullMarked;
