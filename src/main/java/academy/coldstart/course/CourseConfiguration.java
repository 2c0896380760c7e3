package academy.coldstart.course;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Loads the course when the application starts.
 */
@Configuration(proxyBeanMethods = false)
class CourseConfiguration {

	@Bean
	Course course(@Value("${coldstart.home}") String home) {
		return new CourseReader(Path.of(home)).read();
	}

}
