package academy.coldstart.grading.deployment;

import java.util.LinkedHashMap;
import java.util.Map;

import academy.coldstart.course.SourceFiles;
import academy.coldstart.grading.template.Findings;
import academy.coldstart.grading.template.InvalidTemplate;
import academy.coldstart.grading.template.Template;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Replaces folders in a template by archives in S3, as {@code aws cloudformation package}
 * does.
 */
final class CodeUploads {

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private final Template template;

	private final SourceFiles files;

	private final String bucket;

	private final Map<String, byte[]> archives = new LinkedHashMap<>();

	private final Findings findings = new Findings();

	private CodeUploads(Template template, SourceFiles files, String bucket) {
		this.template = template;
		this.files = files;
		this.bucket = bucket;
	}

	/**
	 * Replace the folders.
	 * @param template the template, which is changed
	 * @param files the files that its folders are in
	 * @param bucket the bucket that archives will be put into
	 * @return the archives to upload, by key
	 */
	static Map<String, byte[]> replace(Template template, SourceFiles files, String bucket) {
		CodeUploads uploads = new CodeUploads(template, files, bucket);
		JsonNode globals = template.root().path("Globals").path("Function");
		template.resources()
			.properties()
			.forEach((entry) -> uploads.resource(entry.getKey(), entry.getValue(), globals));
		if (globals instanceof ObjectNode object && object.path("CodeUri").isString()) {
			object.remove("CodeUri");
		}
		uploads.findings.refuse();
		return uploads.archives;
	}

	private void resource(String id, JsonNode resource, JsonNode globals) {
		if (!(resource instanceof ObjectNode owner)) {
			return;
		}
		ObjectNode properties = owner.withObjectProperty("Properties");
		switch (resource.path("Type").asString("")) {
			case "AWS::Serverless::Function" -> serverless(id, properties, globals);
			case "AWS::Serverless::LayerVersion" -> move(id, properties, "ContentUri", "Bucket", "Key");
			case "AWS::Lambda::Function" -> move(id, properties, "Code", "S3Bucket", "S3Key");
			case "AWS::Lambda::LayerVersion" -> move(id, properties, "Content", "S3Bucket", "S3Key");
			default -> {
			}
		}
	}

	private void serverless(String id, ObjectNode properties, JsonNode globals) {
		if (!properties.has("CodeUri") && !properties.has("InlineCode")) {
			properties.put("CodeUri", globals.path("CodeUri").asString("."));
		}
		move(id, properties, "CodeUri", "Bucket", "Key");
	}

	private void move(String id, ObjectNode properties, String property, String bucketName, String keyName) {
		JsonNode folder = properties.path(property);
		if (!folder.isString() || folder.stringValue().startsWith("s3://")) {
			return;
		}
		byte[] archive = CodeArchive.of(this.files, folder.stringValue());
		if (archive.length == 0) {
			String place = "Resources/" + id + "/Properties/" + property;
			// What Globals say is said once.
			this.findings.add(this.template.lines().containsKey(place) ? place : "Globals",
					new InvalidTemplate("code-missing",
							"The resource %s takes its code from '%s', but no file was handed in there.".formatted(id,
									folder.stringValue()),
							this.template.line(place)));
			return;
		}
		String key = Sha256.of(archive) + ".zip";
		this.archives.put(key, archive);
		properties.set(property, JSON.objectNode().put(bucketName, this.bucket).put(keyName, key));
	}

}
