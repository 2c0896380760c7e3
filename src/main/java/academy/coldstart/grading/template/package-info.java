/**
 * Reads SAM and CloudFormation templates: parses them within limits, finds what cannot
 * work before the engine sees it, and resolves what they say.
 */
@NullMarked
package academy.coldstart.grading.template;

import org.jspecify.annotations.NullMarked;
