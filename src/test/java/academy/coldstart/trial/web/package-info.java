@NullMarked
package academy.coldstart.trial.web;

import org.jspecify.annotations.NullMarked;
