package academy.coldstart.project;

import java.util.Map;

import academy.coldstart.course.Course;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.AnnotationMetadata;

/**
 * The course of this repository. It carries no stereotype, so that other tests do not
 * find it.
 */
@Import(TheCourse.Selector.class)
public final class TheCourse {

	private TheCourse() {
	}

	/**
	 * Read it.
	 * @return the course
	 */
	public static Course read() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("home", Map.of("coldstart.home", "")));
			context.register(TheCourse.class);
			context.refresh();
			return context.getBean(Course.class);
		}
	}

	static class Selector implements ImportSelector {

		@Override
		public String[] selectImports(AnnotationMetadata metadata) {
			return new String[] { "academy.coldstart.course.CourseConfiguration" };
		}

	}

}
