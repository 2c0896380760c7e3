@NullMarked
package academy.coldstart.parity.web;

import org.jspecify.annotations.NullMarked;
