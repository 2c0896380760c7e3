package academy.coldstart.grading;

import java.time.Instant;

import academy.coldstart.grading.GradeReport.ExerciseVersion;

/**
 * What a bundle is about, and where it was made: {@code bundle.json}.
 *
 * @param bundle the version of the form of bundles
 * @param check the id of the check that is said to be wrong
 * @param reason why, in the words of the learner; may be empty
 * @param exercise the exercise that it was graded against
 * @param language the language id
 * @param coldstart the version of Coldstart
 * @param system the operating system and the JDK that Coldstart ran on
 * @param madeAt when the bundle was made
 */
public record BundleManifest(int bundle, String check, String reason, ExerciseVersion exercise, String language,
		String coldstart, String system, Instant madeAt) {

	/** The version of the form that this code writes and reads. */
	public static final int FORM = 1;

	/** How many characters of a reason are kept. */
	public static final int REASON_CHARACTERS = 2000;

	/**
	 * Describe a bundle that is made here and now.
	 * @param check the id of the check
	 * @param reason why it is said to be wrong; cut when it is too long
	 * @param report the report with the check
	 * @param now the time
	 * @return the description
	 */
	public static BundleManifest of(String check, String reason, GradeReport report, Instant now) {
		return new BundleManifest(FORM, check, cut(reason.replace("\r\n", "\n").strip()), report.exercise(),
				report.submission().language(), version(), thisSystem(), now);
	}

	/**
	 * Return the version of this Coldstart.
	 * @return the version, or {@code development} when it was not packaged
	 */
	public static String version() {
		String version = BundleManifest.class.getPackage().getImplementationVersion();
		return (version != null) ? version : "development";
	}

	private static String thisSystem() {
		return System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
				+ System.getProperty("os.arch") + ", Java " + System.getProperty("java.version");
	}

	private static String cut(String reason) {
		return (reason.length() <= REASON_CHARACTERS) ? reason : reason.substring(0, REASON_CHARACTERS) + " … (cut)";
	}

}
