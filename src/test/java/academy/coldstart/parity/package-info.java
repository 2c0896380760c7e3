@NullMarked
package academy.coldstart.parity;

import org.jspecify.annotations.NullMarked;
