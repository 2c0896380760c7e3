/**
 * Writes the filter of system calls that learner programs run under, as the bytes that
 * the Linux kernel loads. A leaf: it knows nothing of how programs are started.
 */
@NullMarked
package academy.coldstart.isolation.seccomp;

import org.jspecify.annotations.NullMarked;
