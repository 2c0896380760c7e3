package academy.coldstart.grading.deployment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import academy.coldstart.course.SourceFiles;
import academy.coldstart.grading.template.InvalidTemplate;
import academy.coldstart.grading.template.Template;
import academy.coldstart.grading.template.TemplateParser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CodeUploadsTests {

	private static final SourceFiles FILES = SourceFiles
		.of(Map.of("handler.py", bytes("a"), "src/app.py", bytes("b"), "src/lib/util.py", bytes("c")));

	@Test
	void replacesFoldersByArchives() throws IOException {
		Template template = template("""
				Globals: {Function: {CodeUri: src/}}
				Resources:
				  Whole: {Type: AWS::Serverless::Function, Properties: {CodeUri: ./}}
				  Part: {Type: AWS::Serverless::Function}
				  Plain: {Type: AWS::Lambda::Function, Properties: {Code: src/lib}}
				  Inline: {Type: AWS::Serverless::Function, Properties: {InlineCode: pass}}
				""");

		Map<String, byte[]> archives = CodeUploads.replace(template, FILES, "bucket");

		assertThat(entries(archive(template, archives, "Whole", "CodeUri", "Key"))).containsExactly("handler.py",
				"src/app.py", "src/lib/util.py");
		assertThat(entries(archive(template, archives, "Part", "CodeUri", "Key"))).containsExactly("app.py",
				"lib/util.py");
		assertThat(entries(archive(template, archives, "Plain", "Code", "S3Key"))).containsExactly("util.py");
		assertThat(template.resources().path("Inline").path("Properties").has("CodeUri")).isFalse();
		assertThat(template.root().path("Globals").path("Function").has("CodeUri")).isFalse();
	}

	@Test
	void givesEqualFilesEqualArchives() {
		assertThat(CodeArchive.of(FILES, ".")).isEqualTo(CodeArchive.of(FILES, "./"));
	}

	@Test
	void namesFunctionWhoseFolderIsEmpty() {
		Template template = template("""
				Resources:
				  Charge:
				    Type: AWS::Serverless::Function
				    Properties:
				      CodeUri: functions/charge
				""");

		assertThatExceptionOfType(InvalidTemplate.class)
			.isThrownBy(() -> CodeUploads.replace(template, FILES, "bucket"))
			.withMessage("The resource Charge takes its code from 'functions/charge', but no file was handed in there.")
			.extracting(InvalidTemplate::line)
			.isEqualTo(5);
	}

	@Test
	void makesBucketNamesUniqueWhereverTheyAreWritten() {
		Template template = template("""
				Resources:
				  Docs: {Type: AWS::S3::Bucket, Properties: {BucketName: docs}}
				  F:
				    Type: AWS::Serverless::Function
				    Properties:
				      Environment: {Variables: {BUCKET: docs, DEBUG: true, REF: !Ref Docs}}
				""");

		var root = EngineForm.of(template.root(), "111122223333");

		assertThat(root.path("Resources").path("Docs").path("Properties").toString())
			.isEqualTo("{\"BucketName\":\"docs-111122223333\"}");
		assertThat(root.path("Resources").path("F").path("Properties").path("Environment").toString()).isEqualTo(
				"{\"Variables\":{\"BUCKET\":\"docs-111122223333\",\"DEBUG\":true," + "\"REF\":{\"Ref\":\"Docs\"}}}");
	}

	private static byte[] archive(Template template, Map<String, byte[]> archives, String id, String property,
			String key) {
		String name = template.resources().path(id).path("Properties").path(property).path(key).stringValue();
		return Objects.requireNonNull(archives.get(name));
	}

	private static List<String> entries(byte[] archive) throws IOException {
		List<String> names = new ArrayList<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				names.add(entry.getName());
			}
		}
		return names;
	}

	private static Template template(String text) {
		return TemplateParser.parse(bytes(text));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
