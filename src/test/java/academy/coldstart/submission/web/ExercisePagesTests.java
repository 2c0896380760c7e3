package academy.coldstart.submission.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.ExerciseKind;
import academy.coldstart.course.Language;
import academy.coldstart.course.LanguageReadiness;
import academy.coldstart.course.LearnerProgress;
import academy.coldstart.course.Reviews;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.site.SampleCourse;
import academy.coldstart.submission.DraftBasis;
import academy.coldstart.submission.Drafts;
import academy.coldstart.submission.LastRuns;
import academy.coldstart.submission.web.ExercisePage.Field;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;

class ExercisePagesTests {

	private static final SourceFiles FILES = SourceFiles.of(Map.of("handler.py",
			"pass".getBytes(StandardCharsets.UTF_8), "template.yaml", "Resources:".getBytes(StandardCharsets.UTF_8)));

	private final SampleCourse course = new SampleCourse();

	private final ExercisePages pages = new ExercisePages(this.course, mock(LearnerProgress.class),
			mock(LanguageReadiness.class), mock(Drafts.class), mock(LastRuns.class), mock(Reviews.class));

	@Test
	void showsGivenCodeAfterTheTemplateAndOnlyToBeRead() {
		assertThat(fields(ExerciseKind.TEMPLATE)).extracting(Field::path, Field::given)
			.containsExactly(tuple("template.yaml", false), tuple("handler.py", true));
	}

	@Test
	void letsEverythingBeChangedWhereEverythingCounts() {
		assertThat(fields(ExerciseKind.BOTH)).extracting(Field::path, Field::given)
			.containsExactly(tuple("handler.py", false), tuple("template.yaml", false));
	}

	@Test
	void opensTheHandlerBeforeWhatElseWasUploaded() {
		SourceFiles uploaded = SourceFiles
			.of(Map.of("extra.txt", new byte[0], "handler.py", new byte[0], "a.py", new byte[0], "z.py", new byte[0]));
		assertThat(fields(ExerciseKind.HANDLER, uploaded)).extracting(Field::path)
			.containsExactly("handler.py", "a.py", "extra.txt", "z.py");
	}

	private List<Field> fields(ExerciseKind kind) {
		return fields(kind, FILES);
	}

	private List<Field> fields(ExerciseKind kind, SourceFiles files) {
		Exercise known = this.course.exercise(SampleCourse.CHARGE_ONCE).orElseThrow();
		Exercise exercise = new Exercise(known.slug(), known.id(), known.version(), known.title(), known.lesson(),
				known.level(), known.minutes(), known.graded(), known.prerequisites(), kind, known.handlers(), null,
				known.services(), known.checks(), known.directory());
		return this.pages.page(exercise, Language.PYTHON, Contents.starter(files, DraftBasis.NONE), null)
			.editor()
			.fields();
	}

}
