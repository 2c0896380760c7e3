@NullMarked
package academy.coldstart.project;

import org.jspecify.annotations.NullMarked;
