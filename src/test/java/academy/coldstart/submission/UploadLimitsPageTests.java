package academy.coldstart.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UploadLimitsPageTests {

	@Test
	void pageStatesTheLimitsInForce() throws IOException {
		assertThat(Files.readString(Path.of("docs/limits.md"))).contains(String.join("\n",
				row("files", Integer.toString(Limits.FILES), "too-many-files"),
				row("one file", megabytes(Limits.FILE_BYTES), "file-too-large"),
				row("all files together, unpacked", megabytes(Limits.TOTAL_BYTES), "submission-too-large"),
				row("a zip archive", megabytes(Limits.ARCHIVE_BYTES), "archive-too-large"),
				row("files and folders in an archive or folder, ignored ones included",
						Integer.toString(Limits.ENTRIES), "too-many-entries"),
				row("unpacked size of an archive", Limits.RATIO + " times its size", "archive-bomb"), row("a path",
						Limits.PATH_CHARACTERS + " characters, " + Limits.PATH_DEPTH + " levels", "path-too-long")));
	}

	private static String row(String what, String limit, String rule) {
		return "| " + what + " | " + limit + " | `" + rule + "` |";
	}

	private static String megabytes(int bytes) {
		return bytes / 1024 / 1024 + " MB";
	}

}
