package academy.coldstart.submission;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import academy.coldstart.course.Exercise;
import academy.coldstart.course.Language;
import academy.coldstart.course.SourceFiles;

import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Turns uploads into files that keep every rule of a submission, or says which rule was
 * broken, where, and what to do.
 */
@Component
public class Intake {

	/**
	 * Return the language of an exercise by its id.
	 * @param exercise the exercise
	 * @param id the language id as the sender stated it
	 * @return the language
	 * @throws SubmissionRejected when there is no such language in the exercise
	 */
	public Language language(Exercise exercise, String id) {
		return Language.find(id).filter(exercise.languages()::contains).orElseThrow(() -> {
			String choice = exercise.languages().stream().sorted().map(Language::id).collect(Collectors.joining(", "));
			return new SubmissionRejected("unknown-language", "The exercise " + exercise.slug() + " has no language "
					+ FilePath.show(id) + ". It can be solved in: " + choice + ".");
		});
	}

	/**
	 * Check an upload.
	 * @param exercise the exercise it is for
	 * @param language the language it is in
	 * @param upload the upload
	 * @return its files
	 * @throws SubmissionRejected when it breaks a rule
	 */
	public AcceptedFiles read(Exercise exercise, Language language, Upload upload) {
		RequiredFiles required = RequiredFiles.of(exercise, language);
		Selection selection = Selection.of(items(upload), mayHaveTopFolder(upload) ? required : null);
		SourceFiles files = FileReading.read(selection.files());
		FileReading.requireSomething(files);
		required.check(files);
		return new AcceptedFiles(files, selection.ignored());
	}

	/**
	 * Check texts that are still being worked on: they are held to the same limits, but
	 * may be empty or lack files.
	 * @param typed the texts
	 * @return the files
	 * @throws SubmissionRejected when they break a limit
	 */
	SourceFiles readUnfinished(Upload.Form typed) {
		return FileReading.read(Selection.of(items(typed), null).files());
	}

	/**
	 * Find the languages of an exercise whose handler file is in an upload.
	 * @param exercise the exercise
	 * @param upload the upload
	 * @return the languages in their order, often exactly one
	 * @throws SubmissionRejected when the upload cannot be looked through
	 */
	public List<Language> recognize(Exercise exercise, Upload upload) {
		List<Item> items = items(upload);
		boolean wrapped = mayHaveTopFolder(upload);
		return exercise.languages().stream().sorted().filter((language) -> {
			String handler = Objects.requireNonNull(exercise.handlers().get(language)).file();
			Selection selection = Selection.of(items, wrapped ? RequiredFiles.of(exercise, language) : null);
			return selection.files().stream().anyMatch((file) -> file.path().equals(handler));
		}).toList();
	}

	static List<Item> items(Upload upload) {
		return switch (upload) {
			case Upload.Form form -> form.texts().entrySet().stream().map(Intake::field).toList();
			case Upload.Files files -> files.parts().stream().map((part) -> item(part.path(), part.content())).toList();
			case Upload.Zip zip -> ZipItems.of(archive(zip.content()));
			case Upload.Folder folder -> FolderItems.of(folder.directory());
		};
	}

	private static boolean mayHaveTopFolder(Upload upload) {
		return switch (upload) {
			case Upload.Zip zip -> true;
			case Upload.Files files -> true;
			case Upload.Form form -> false;
			case Upload.Folder folder -> false;
		};
	}

	private static Item field(Map.Entry<String, String> field) {
		byte[] bytes = field.getValue().replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
		return item(field.getKey(), () -> new ByteArrayInputStream(bytes));
	}

	private static Item item(String path, InputStreamSource content) {
		return new Item(path, Item.Kind.FILE, content::getInputStream);
	}

	private static byte[] archive(InputStreamSource content) {
		try (InputStream in = content.getInputStream()) {
			byte[] bytes = in.readNBytes(Limits.ARCHIVE_BYTES + 1);
			if (bytes.length > Limits.ARCHIVE_BYTES) {
				throw new SubmissionRejected("archive-too-large",
						"The archive is larger than 10 MB. Pack only your own source files.");
			}
			return bytes;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
