package academy.coldstart.grading;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import academy.coldstart.course.SourceFiles;

/**
 * A graded submission with all that is needed to grade it again elsewhere, as one zip
 * archive.
 *
 * @param manifest what it is about
 * @param files the files that were handed in
 * @param report the report
 * @param trace {@code trace.json}, or an empty text when none was kept
 * @param endState {@code end-state.json}, or an empty text when none was kept
 */
public record RunBundle(BundleManifest manifest, SourceFiles files, GradeReport report, String trace, String endState) {

	/** The folder with the files that were handed in. */
	static final String FILES = "files";

	static final String MANIFEST = "bundle.json";

	static final String REPORT = "report.json";

	private static final String README = """
			A run of Coldstart, to be looked at by somebody else
			====================================================

			A learner says that check {check} of the exercise {exercise} (version {version}, {language}) is wrong.
			The reason, if one was given, is in bundle.json.

			To see it again, with the same files and the same seeds, beside Coldstart:

			    ./coldstart grade --bundle THIS-FILE.zip

			It prints the verdict of then beside the verdict of now, check by check.

			Give this file to whoever runs this Coldstart for you, or to those who look
			after the exercise. Nothing was sent anywhere: it is up to you.

			What is inside
			  files/          what was handed in
			  report.json     the verdict, with the seeds
			  trace.json      what happened in each run: AWS calls with their bodies,
			                  environments, log lines of the function
			  end-state.json  what was left in tables, queues and buckets after each run
			  bundle.json     the check, the reason, and the versions of Coldstart and the system

			The accounts in it were made up for the run, and so are their keys. Whatever you
			wrote into your files or into the log is in here as you wrote it: look through it
			before you pass it on.
			""";

	/**
	 * Bundle a submission of which no state at the end was kept.
	 * @param manifest what it is about
	 * @param files the files that were handed in
	 * @param report the report
	 * @param trace {@code trace.json}, or an empty text when none was kept
	 */
	public RunBundle(BundleManifest manifest, SourceFiles files, GradeReport report, String trace) {
		this(manifest, files, report, trace, "");
	}

	/**
	 * Write the archive.
	 * @param out where to; it is closed in the end
	 * @throws IOException when that fails
	 */
	public void write(OutputStream out) throws IOException {
		try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
			add(zip, "README.txt", readme());
			add(zip, MANIFEST, RunJson.writeIndented(this.manifest));
			add(zip, REPORT, RunJson.writeIndented(this.report));
			if (!this.trace.isEmpty()) {
				add(zip, "trace.json", this.trace);
			}
			if (!this.endState.isEmpty()) {
				add(zip, "end-state.json", this.endState);
			}
			for (Map.Entry<String, byte[]> file : this.files.contents().entrySet()) {
				add(zip, FILES + "/" + file.getKey(), file.getValue());
			}
		}
	}

	private String readme() {
		return README.replace("{check}", this.manifest.check())
			.replace("{exercise}", this.report.exercise().slug())
			.replace("{version}", Integer.toString(this.report.exercise().version()))
			.replace("{language}", this.manifest.language());
	}

	private static void add(ZipOutputStream zip, String name, String text) throws IOException {
		add(zip, name, text.getBytes(StandardCharsets.UTF_8));
	}

	private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(content);
		zip.closeEntry();
	}

}
