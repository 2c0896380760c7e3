/**
 * Tests of reading templates.
 */
@NullMarked
package academy.coldstart.grading.template;

import org.jspecify.annotations.NullMarked;
