@NullMarked
package academy.coldstart.demonstration;

import org.jspecify.annotations.NullMarked;
