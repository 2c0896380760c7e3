/** Tests of the filter of system calls. */
@NullMarked
package academy.coldstart.isolation.seccomp;

import org.jspecify.annotations.NullMarked;
