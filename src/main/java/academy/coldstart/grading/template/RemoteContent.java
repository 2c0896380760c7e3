package academy.coldstart.grading.template;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * Refuses code, definitions and templates that are not among the files handed in: what is
 * graded has to be what was sent.
 */
final class RemoteContent {

	/** Keys that name content of other places, whatever they say. */
	private static final Set<String> ELSEWHERE = Set.of("TemplateURL", "ImageUri", "BodyS3Location",
			"DefinitionS3Location", "DefinitionUri", "S3Bucket", "S3Key", "S3ObjectVersion");

	/** Keys that name folders of the submission. */
	private static final Set<String> FOLDERS = Set.of("CodeUri", "ContentUri");

	private static final Pattern PLACE = Pattern
		.compile("(?:Resources/[^/]+/Properties|Globals/[^/]+)/(?:(?:Code|Content|CodeUri|ContentUri)/)?"
				+ "(?:Code|Content|PackageType|" + String.join("|", ELSEWHERE) + "|" + String.join("|", FOLDERS) + ")");

	private final Template template;

	private final Findings findings;

	RemoteContent(Template template, Findings findings) {
		this.template = template;
		this.findings = findings;
	}

	void check(List<PlacedValue> values) {
		values.stream().filter((value) -> PLACE.matcher(value.plainPath()).matches()).forEach(this::check);
	}

	private void check(PlacedValue value) {
		String key = value.key();
		if (ELSEWHERE.contains(key)) {
			refuse(value, key.startsWith("S3") ? "Name the folder that holds it instead, such as \".\"."
					: "Write the definition into the template, or hand in the code as files.");
		}
		else if (isAddress(value.value()) || (FOLDERS.contains(key) && !value.value().isString())) {
			refuse(value, "Name a folder of what you hand in, as plain text, such as \".\".");
		}
		else if (key.equals("PackageType") && value.value().asString("").equals("Image")) {
			refuse(value, "Leave PackageType out, and hand in the code as files.");
		}
	}

	private static boolean isAddress(JsonNode value) {
		return value.isString() && value.stringValue().matches("[A-Za-z0-9+.-]+://.*");
	}

	private void refuse(PlacedValue value, String advice) {
		this.findings.add(cause(value),
				new InvalidTemplate("remote-content",
						"%s takes content from elsewhere (%s), but only what is handed in is deployed here. %s"
							.formatted(TemplatePolicy.owner(value.path()), value.path(), advice),
						this.template.line(value.path())));
	}

	// The bucket, the key and the version of an archive are one place.
	private static String cause(PlacedValue value) {
		return value.plainPath().replaceFirst("/(?:S3Bucket|S3Key|S3ObjectVersion)$", "");
	}

}
