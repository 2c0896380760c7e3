/**
 * The exercise page, where work is written and handed in.
 */
@NullMarked
package academy.coldstart.submission.web;

import org.jspecify.annotations.NullMarked;
