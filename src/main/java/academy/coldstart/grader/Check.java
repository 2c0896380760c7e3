package academy.coldstart.grader;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One check of an exercise: a JUnit test that is given the {@link Run} and, by their
 * types, the companions. Its title, points and hints stand in {@code exercise.yaml}.
 *
 * <p>
 * Only a {@link LearnerFailure} costs points; a {@link CheckBlocked} tells which earlier
 * step was in the way; everything else that is thrown, and running longer than 30
 * seconds, is a fault of the platform. A check that needs more time has a {@link Timeout}
 * of its own with {@code threadMode = SEPARATE_THREAD}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@ExtendWith(CheckExtension.class)
public @interface Check {

	/**
	 * The id in {@code exercise.yaml}, such as {@code C1}.
	 * @return the id
	 */
	String value();

}
