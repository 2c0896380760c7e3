package academy.coldstart.grading;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import academy.coldstart.submission.Archive;
import academy.coldstart.submission.SubmissionRejected;
import academy.coldstart.submission.Upload;
import tools.jackson.core.JacksonException;

import org.springframework.core.io.InputStreamSource;

/**
 * A bundle that came from somebody else. Nothing in it is believed: its files go through
 * the intake again, and its report is only compared with.
 *
 * @param manifest what it is about
 * @param report the report of then
 * @param files what was handed in, not looked at yet
 */
public record ReceivedBundle(BundleManifest manifest, GradeReport report, Upload files) {

	private static final int MOST_BYTES = 64 * 1024 * 1024;

	private static final int MOST_MANIFEST_BYTES = 64 * 1024;

	private static final int MOST_REPORT_BYTES = 8 * 1024 * 1024;

	private static final int MOST_SEEDS = 4;

	/**
	 * Read a bundle.
	 * @param content the archive
	 * @return the bundle
	 * @throws SubmissionRejected when it is no bundle that can be graded here
	 */
	public static ReceivedBundle read(InputStreamSource content) {
		Archive archive = Archive.of(content, MOST_BYTES);
		BundleManifest manifest = manifest(text(archive, RunBundle.MANIFEST, MOST_MANIFEST_BYTES));
		GradeReport report = report(text(archive, RunBundle.REPORT, MOST_REPORT_BYTES));
		int seeds = report.seeds().size();
		if (seeds < 1 || seeds > MOST_SEEDS || Set.copyOf(report.seeds()).size() != seeds) {
			throw broken(
					"its report has " + seeds + " seeds; it takes 1 to " + MOST_SEEDS + " different ones to grade");
		}
		return new ReceivedBundle(manifest, report, archive.folder(RunBundle.FILES));
	}

	private static BundleManifest manifest(String json) {
		try {
			BundleManifest manifest = RunJson.read(json, BundleManifest.class);
			requireAll(RunBundle.MANIFEST, manifest);
			requireAll(RunBundle.MANIFEST, manifest.check(), manifest.reason(), manifest.exercise(),
					manifest.language(), manifest.coldstart(), manifest.system(), manifest.madeAt());
			if (manifest.bundle() != BundleManifest.FORM) {
				throw new SubmissionRejected("bundle-form",
						"The bundle has form " + manifest.bundle() + ", and this Coldstart reads form "
								+ BundleManifest.FORM + ". Replay it with the Coldstart that made it: version "
								+ manifest.coldstart() + ".");
			}
			return manifest;
		}
		catch (JacksonException ex) {
			throw broken(RunBundle.MANIFEST + " cannot be read");
		}
	}

	private static GradeReport report(String json) {
		try {
			int contract = RunJson.contract(json);
			if (contract != GradeReport.CONTRACT) {
				throw new SubmissionRejected("bundle-contract",
						"The report in the bundle has contract " + contract + ", and this Coldstart reads contract "
								+ GradeReport.CONTRACT + ". Replay it with a Coldstart of its time.");
			}
			GradeReport report = RunJson.readReport(json);
			requireAll(RunBundle.REPORT, report.exercise(), report.submission(), report.outcome());
			report.checks()
				.forEach((check) -> requireAll(RunBundle.REPORT, check.id(), check.title(), check.outcome()));
			return report;
		}
		catch (JacksonException ex) {
			throw broken(RunBundle.REPORT + " cannot be read");
		}
	}

	// JSON may leave out what code never does.
	private static void requireAll(String document, Object... parts) {
		if (Stream.of(parts).anyMatch(Objects::isNull)) {
			throw broken(document + " is not complete");
		}
	}

	private static String text(Archive archive, String path, int mostBytes) {
		return new String(archive.file(path, mostBytes).orElseThrow(() -> broken(path + " is missing")),
				StandardCharsets.UTF_8);
	}

	private static SubmissionRejected broken(String why) {
		return new SubmissionRejected("bundle-broken",
				"This is no bundle that can be replayed: " + why + ". Download it again from the page of the attempt.");
	}

}
