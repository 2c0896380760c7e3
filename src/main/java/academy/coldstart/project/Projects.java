package academy.coldstart.project;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import academy.coldstart.course.Course;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.submission.Draft;
import academy.coldstart.submission.Drafts;
import academy.coldstart.submission.Submission;
import academy.coldstart.submission.Submissions;

import org.springframework.stereotype.Service;

/**
 * Packs what a learner works on as a folder that an IDE opens.
 */
@Service
public class Projects {

	private final Course course;

	private final Drafts drafts;

	private final Submissions submissions;

	private final ProjectFiles files;

	Projects(Course course, Drafts drafts, Submissions submissions, ProjectFiles files) {
		this.course = course;
		this.drafts = drafts;
		this.submissions = submissions;
		this.files = files;
	}

	/**
	 * Pack the draft; where there is none, what was sent last; else the starter.
	 * @param exercise the exercise
	 * @param language one of its languages
	 * @param site where Coldstart is, for links, such as {@code http://localhost:8080}
	 * @return a zip archive with one folder, named by the exercise and the language
	 */
	public byte[] zip(Exercise exercise, Language language, URI site) {
		SourceFiles all = this.files.around(exercise, language, work(exercise, language), site);
		ByteArrayOutputStream archive = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(archive)) {
			for (Map.Entry<String, byte[]> file : all.contents().entrySet()) {
				zip.putNextEntry(new ZipEntry(name(exercise, language) + "/" + file.getKey()));
				zip.write(file.getValue());
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return archive.toByteArray();
	}

	/**
	 * Return the name of the folder in the archive.
	 * @param exercise the exercise
	 * @param language the language
	 * @return such as {@code charge-once-python}
	 */
	public static String name(Exercise exercise, Language language) {
		return exercise.slug() + "-" + language.id();
	}

	private SourceFiles work(Exercise exercise, Language language) {
		return this.drafts.find(exercise.slug(), language)
			.map(Draft::files)
			.or(() -> this.submissions.latest(exercise.slug(), language).map(Submission::files))
			.orElseGet(() -> this.course.starter(exercise, language));
	}

}
