package academy.coldstart.attack;

import java.io.ByteArrayInputStream;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.submission.Intake;
import academy.coldstart.submission.SubmissionRejected;
import academy.coldstart.submission.Upload;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Hands in archives.
 */
@Component
final class UploadDrill implements Drill {

	private final ObjectProvider<Intake> intake;

	private final ObjectProvider<Course> course;

	UploadDrill(ObjectProvider<Intake> intake, ObjectProvider<Course> course) {
		this.intake = intake;
		this.course = course;
	}

	@Override
	public String name() {
		return "uploads";
	}

	@Override
	public Finding run(AttackCase attack, Site site) {
		Exercise exercise = this.course.getObject()
			.exercises()
			.stream()
			.filter((each) -> each.languages().contains(Language.PYTHON))
			.findFirst()
			.orElseThrow();
		return HandedIn.judge(attack, (input) -> {
			byte[] archive = HostileArchive.write(input);
			try {
				this.intake.getObject()
					.read(exercise, Language.PYTHON, new Upload.Zip(() -> new ByteArrayInputStream(archive)));
				return HandedIn.taken();
			}
			catch (SubmissionRejected ex) {
				return HandedIn.refused(ex.rule(), String.valueOf(ex.getMessage()));
			}
		});
	}

}
