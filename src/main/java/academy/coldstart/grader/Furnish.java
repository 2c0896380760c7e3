package academy.coldstart.grader;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A static method of a grader that is called with a {@link Run} after an exercise was
 * deployed for somebody who tries their code, to put there what its checks put there by
 * themselves: the events that the exercise offers have to find it. It is not called when
 * work is graded.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Furnish {

}
