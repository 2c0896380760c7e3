package academy.coldstart.grading;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;

/**
 * A test on the real engine. All of them share one application, set up as commands set it
 * up, so that one engine starts for all.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "coldstart.grading.engine-patience=5m", "spring.datasource.url=jdbc:h2:mem:grading",
				"spring.main.lazy-initialization=true", "db-scheduler.enabled=false" })
public @interface RealEngineTest {

}
