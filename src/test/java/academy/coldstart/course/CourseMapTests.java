package academy.coldstart.course;

import java.util.List;

import academy.coldstart.site.SampleCourse;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CourseMapTests {

	private final CourseMap sample = new SampleCourse().map();

	@Test
	void leadsFromTheLastExerciseOfALessonToTheNextLesson() {
		assertThat(this.sample.after(SampleCourse.CHARGE_ONCE)).hasValueSatisfying((step) -> {
			assertThat(step.href()).isEqualTo("/lessons/decoupling");
			assertThat(step.label()).isEqualTo("Next lesson: Decoupling");
		});
	}

	@Test
	void leadsFromAnExerciseToTheNextOneOfItsLesson() {
		CourseMap.Entry entry = this.sample.modules().get(1).entries().get(0);
		Exercise exercise = entry.exercises().get(0);
		CourseMap map = map(new CourseMap.Entry(entry.lesson(), List.of(exercise, given())));
		assertThat(map.after(exercise.slug())).hasValueSatisfying((step) -> {
			assertThat(step.href()).isEqualTo("/exercises/given-code");
			assertThat(step.label()).isEqualTo("Next exercise: Given code");
		});
	}

	@Test
	void leadsNowhereAtTheEndAndFromWhatIsNotInTheCourse() {
		CourseMap.Entry entry = this.sample.modules().get(1).entries().get(0);
		assertThat(map(entry).after(SampleCourse.CHARGE_ONCE)).isEmpty();
		assertThat(this.sample.after(new Slug("elsewhere"))).isEmpty();
	}

	private static CourseMap map(CourseMap.Entry entry) {
		return new CourseMap("Course", List.of(new CourseMap.Module("M2", "State", "What stays.", List.of(entry))));
	}

	private static Exercise given() {
		return new SampleCourse().exercise(SampleCourse.GIVEN_CODE).orElseThrow();
	}

}
