package academy.coldstart.submission;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamSource;

/**
 * What somebody hands in, before anything is known to be right about it.
 */
public sealed interface Upload {

	/**
	 * Take uploaded files, or the files inside when it is a single zip archive.
	 * @param files the files
	 * @return the upload
	 */
	static Upload of(List<Part> files) {
		boolean archive = files.size() == 1 && isArchive(files.get(0).path());
		return archive ? new Zip(files.get(0).content()) : new Files(files);
	}

	/**
	 * Take what a command names: a zip archive, or a folder.
	 * @param path the archive or the folder
	 * @return the upload
	 */
	static Upload of(Path path) {
		boolean archive = isArchive(path.toString()) && java.nio.file.Files.isRegularFile(path);
		return archive ? new Zip(new FileSystemResource(path)) : new Folder(path);
	}

	private static boolean isArchive(String name) {
		return name.toLowerCase(Locale.ROOT).endsWith(".zip");
	}

	/**
	 * The text areas of a form. Browsers send every line break of a text area as CR LF,
	 * whatever the text had; these become LF again.
	 *
	 * @param texts the texts by path
	 */
	record Form(Map<String, String> texts) implements Upload {

		public Form {
			texts = new LinkedHashMap<>(texts);
		}

	}

	/**
	 * Several files.
	 *
	 * @param parts the files
	 */
	record Files(List<Part> parts) implements Upload {

		public Files {
			parts = List.copyOf(parts);
		}

	}

	/**
	 * A zip archive.
	 *
	 * @param content the archive
	 */
	record Zip(InputStreamSource content) implements Upload {
	}

	/**
	 * A folder of this machine, for commands.
	 *
	 * @param directory the folder
	 */
	record Folder(Path directory) implements Upload {
	}

	/**
	 * One uploaded file.
	 *
	 * @param path the path as the sender states it
	 * @param content its content, which can be read more than once
	 */
	record Part(String path, InputStreamSource content) {
	}

}
