/**
 * Coldstart: a self-hosted course and assessment platform for AWS Lambda best practices.
 */
@NullMarked
package academy.coldstart;

import org.jspecify.annotations.NullMarked;
